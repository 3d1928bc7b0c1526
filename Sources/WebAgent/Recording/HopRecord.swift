/// One request and its answer, redacted when it was recorded.
public struct HopRecord: Hashable, Sendable {
    /// What the request was for.
    public enum Purpose: String, Hashable, Sendable {
        /// A page.
        case page

        /// A page in a frame.
        case frame

        /// A script of a page.
        case script

        /// A request by a page's script.
        case scriptRequest
    }

    /// Counts the requests of the agent from 1.
    public var number: Int

    /// What it was for.
    public var purpose: Purpose

    /// The method.
    public var method: String

    /// The address; of its query the names.
    public var url: RedactedURL

    /// The body sent, in bytes.
    public var requestLength: Int

    /// The form sent, with its names and the values that are public; nil when the body was no urlencoded form.
    public var form: String?

    /// The status; nil when there was no answer.
    public var status: Int?

    /// The type of the answer.
    public var contentType: String?

    /// The body received, in bytes.
    public var responseLength: Int

    /// Where a redirect led.
    public var location: RedactedURL?

    /// The name of the failure, when there was no answer.
    public var failure: String?

    /// How long it took.
    public var duration: Duration
}
