/// Something of media and tasks that happens a moment after it was asked for, or by itself.
enum MediaEvent: Codable, Hashable, Sendable {
    /// What a request for a media asks for is decided.
    case request(MediaRequest, loginId: String, mediaId: String, requestId: String)
    /// What a request for a task asks for is decided.
    case action(TaskAction, dialogId: String, loginId: String, mediaId: String, requestId: String)
    /// A task has been offered for as long as it may be.
    case offerEnds(dialogId: String)
}
