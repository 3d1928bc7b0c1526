// Signs in with jsdom and tough-cookie, and a navigation made by hand: jsdom itself does not navigate.
"use strict";

const fs = require("fs");
const https = require("https");
const { JSDOM, ResourceLoader, VirtualConsole, CookieJar } = require("jsdom");

const task = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const authority = fs.readFileSync(task.authority);

const site = (url) => new URL(url).hostname.split(".").slice(-2).join(".");

class SignIn {
    constructor() {
        this.jar = new CookieJar();
        this.agent = new https.Agent({
            ca: authority,
            keepAlive: true,
            lookup: (host, options, callback) => {
                const address = task.addresses[host];
                if (options.all) { callback(null, [{ address, family: 4 }]); } else { callback(null, address, 4); }
            },
        });
    }

    // One request; the cookies of a request from another site are those that SameSite lets go.
    exchange(method, url, body, initiator) {
        const isSame = !initiator || site(initiator) === site(url);
        const sameSiteContext = isSame ? "strict" : method === "GET" ? "lax" : "none";
        const cookie = this.jar.getCookieStringSync(url, { sameSiteContext });
        const headers = { "User-Agent": "jsdom" };
        if (cookie) { headers.Cookie = cookie; }
        if (initiator) { headers.Origin = new URL(initiator).origin; }
        if (body !== undefined) {
            headers["Content-Type"] = "application/x-www-form-urlencoded";
            headers["Content-Length"] = Buffer.byteLength(body);
        }
        return new Promise((resolve, reject) => {
            const request = https.request(url, { method, headers, agent: this.agent }, (response) => {
                const parts = [];
                response.on("data", (part) => parts.push(part));
                response.on("end", () => {
                    for (const line of response.headers["set-cookie"] || []) {
                        this.jar.setCookieSync(line, url, { sameSiteContext, ignoreError: true });
                    }
                    resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() });
                });
            });
            request.on("error", reject);
            request.end(body);
        });
    }

    async navigate(method, url, body, initiator) {
        for (let count = 0; count < 20; count++) {
            const answer = await this.exchange(method, url, body, initiator);
            if (answer.status < 300 || answer.status > 399) { return { url, ...answer }; }
            url = new URL(answer.headers.location, url).href;
            if (answer.status !== 307 && answer.status !== 308) { method = "GET"; body = undefined; }
        }
        throw new Error("too many redirects");
    }

    // Shows a page and acts on it; the form that it submits.
    show(answer, act) {
        const signIn = this;
        return new Promise((resolve, reject) => {
            class Loader extends ResourceLoader {
                fetch(url) { return signIn.exchange("GET", url, undefined, answer.url).then((part) => Buffer.from(part.text)); }
            }
            const dom = new JSDOM(answer.text, {
                url: answer.url,
                cookieJar: this.jar,
                runScripts: "dangerously",
                resources: new Loader(),
                virtualConsole: new VirtualConsole(),
                beforeParse(window) {
                    window.HTMLFormElement.prototype.submit = function () {
                        const entries = new URLSearchParams(Array.from(new window.FormData(this).entries()));
                        const form = { method: this.method.toUpperCase(), action: this.action, body: entries.toString() };
                        setImmediate(() => { window.close(); resolve(form); });
                    };
                    // A person acts once the page's own first timers have run, jQuery's among them.
                    window.addEventListener("load", () => setTimeout(() => {
                        try { act(window.document); } catch (error) { reject(error); }
                    }, 5));
                },
            });
            void dom;
        });
    }

    async run() {
        let answer = await this.navigate("GET", task.start);
        for (let count = 0; count < 5 && !answer.text.includes('"token"'); count++) {
            if (!answer.text.includes("<form")) { throw new Error("no form at " + answer.url + ": " + answer.text.slice(-300)); }
            const form = await this.show(answer, (document) => {
                if (!document || !document.querySelector("#passwordInput")) { return; }
                document.querySelector("#userNameInput").value = task.user;
                document.querySelector("#passwordInput").value = task.password;
                document.querySelector("#submitButton").click();
            });
            answer = await this.navigate(form.method, form.action, form.body, answer.url);
        }
        if (!answer.text.includes('"token"')) { throw new Error("no token at " + answer.url); }
        this.agent.destroy();
    }
}

let isDone = false;
const line = () => new Promise((resolve) => process.stdin.once("data", resolve));

async function main() {
    for (let count = 0; count < task.warmUp; count++) { await new SignIn().run(); }
    if (task.hasPhases) { console.log("warm"); await line(); }
    const times = [];
    for (let count = 0; count < task.signIns; count++) {
        const start = process.hrtime.bigint();
        await new SignIn().run();
        times.push(Number(process.hrtime.bigint() - start) / 1e6);
    }
    if (task.hasPhases) { console.log("done"); await line(); }
    console.log(JSON.stringify({ wallMilliseconds: times }));
    isDone = true;
    process.exit(0);
}

process.on("exit", () => { if (!isDone) { console.error("a page came to nothing"); process.exitCode = 1; } });
main().catch((error) => { console.error(error); process.exit(1); });
