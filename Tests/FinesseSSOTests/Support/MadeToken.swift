/// Makes tokens of the printed anatomy, with values of our own and no signature worth the name.
enum MadeToken {
    static func access(refreshID: String = "bb22", id: String = "aa11", expiry: Int = 2_000_000_300_747) -> String {
        let inner =
            "{\"scope\":[\"apps\"],\"rt\":\"\(refreshID)\",\"user_id\":\"ablake\",\"realm\":\"example.com\","
            + "\"upn\":\"ablake@example.com\",\"ids_id\":\"ids.example\",\"client_id\":\"cc33\",\"token\":\"\(id)\","
            + "\"expiry\":\(expiry),\"usage\":\"access\",\"ver\":\"1.0\"}"
        return token(inner, exp: 2_000_000_300, iat: 2_000_000_000, id: id)
    }

    static func refresh(id: String = "bb22") -> String {
        let inner =
            "{\"ids_id\":\"ids.example\",\"client_id\":\"cc33\",\"token\":\"\(id)\",\"expiry\":2000007200747,"
            + "\"usage\":\"refresh\",\"ver\":\"1.0\"}"
        return token(inner, exp: 2_000_007_200, iat: 2_000_000_000, id: id)
    }

    static func token(_ subject: String, exp: Int, iat: Int, id: String) -> String {
        let escaped = subject.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let payload =
            "{\"iss\":\"ids.example\",\"sub\":\"\(escaped)\",\"exp\":\(exp),\"iat\":\(iat),\"jti\":\"\(id)\"}"
        return [base64url("{\"cty\":\"JWT\",\"alg\":\"RS256\"}"), base64url(payload), "c2ln"].joined(separator: ".")
    }

    static func base64url(_ text: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var out = ""
        var bits = 0
        var count = 0
        for byte in text.utf8 {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 6 {
                count -= 6
                out.append(alphabet[bits >> count & 0x3F])
            }
        }
        if count > 0 { out.append(alphabet[bits << (6 - count) & 0x3F]) }
        return out
    }
}
