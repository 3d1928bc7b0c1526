import Foundation

/// Undoes form encoding.
func percentDecoded(_ text: String) -> [UInt8] {
    let plain = text.replacing("+", with: " ")
    return Array((plain.removingPercentEncoding ?? plain).utf8)
}

/// Undoes base64; what is none gives nothing.
func decodedBase64(_ bytes: [UInt8]) -> [UInt8] {
    Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters).map { Array($0) } ?? []
}
