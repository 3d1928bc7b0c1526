/// How far a long listing is: one line of the terminal, drawn over and over, and gone when it ends.
///
/// Where nobody looks on, `Console.status` writes nothing.
struct ProgressBar: Sendable {
    /// What is counted, such as `contacts`.
    var unit: String

    /// Draws.
    var console: Console

    private static let width = 24

    /// Draws how many there are already, and of how many.
    func show(_ count: Int, of total: Int?) {
        console.status("\r\u{1B}[K" + Self.text(count, of: total, unit: unit))
    }

    /// Takes the line away.
    func end() { console.status("\r\u{1B}[K") }

    /// The line: a bar where it is known how many there are.
    static func text(_ count: Int, of total: Int?, unit: String) -> String {
        guard let total, total > 0 else { return "\(count) \(unit)" }
        let part = min(max(count, 0), total) * width / total
        let bar = String(repeating: "#", count: part) + String(repeating: ".", count: width - part)
        return "[\(bar)] \(count) of \(total) \(unit)"
    }
}
