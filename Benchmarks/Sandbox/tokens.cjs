// A pair of RS256 tokens for every POST, over TLS: what Node alone can do. It prints its port and ends with standard input.
const crypto = require("crypto");
const fs = require("fs");
const https = require("https");

const { privateKey } = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const header = encode({ alg: "RS256", typ: "JWT" });

function token(kind, seconds) {
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: "sjefferson", user_id: "sjefferson", kind, iat: now, exp: now + seconds, jti: crypto.randomUUID() };
    const text = header + "." + encode(claims);
    return text + "." + crypto.sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url");
}

const options = { cert: fs.readFileSync(process.argv[2]), key: fs.readFileSync(process.argv[3]) };
const server = https.createServer(options, (request, response) => {
    request.resume();
    request.on("end", () => {
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify({ token: token("access", 3600), refresh_token: token("refresh", 36000), expires_in: 3600 }));
    });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
