/// What became of one `Set-Cookie`.
public enum StoreDecision: Hashable, Sendable {
    /// It is in the jar now; `evicted` had to make room.
    case stored(Cookie, evicted: [Cookie])

    /// It had ended before it came, which deletes the cookie it would have replaced, if there was one.
    case deleted(Cookie)

    /// A rule was against it.
    case refused(CookieRefusal)
}
