extension RESTService {
    /// Every call of the interface.
    static let routes: [RESTRoute] =
        systemInfoRoutes + userRoutes + dialogRoutes + queueRoutes + teamRoutes
        + reasonCodeRoutes + wrapUpReasonRoutes + mediaLayoutRoutes + phoneBookRoutes + contactRoutes
        + workflowRoutes + systemSettingsRoutes + teamConfigurationRoutes + userResourceRoutes + teamResourceRoutes
        + teamMessageRoutes + clientLogRoutes + mediaRoutes + serviceabilityRoutes

    /// The calls by their paths.
    static let table = RESTTable(routes)
}

extension FinesseSandbox {
    /// Method and path of every call that is served below `/finesse/api`, a name in braces for each part that varies.
    package static var servedCalls: [(method: String, path: String)] {
        RESTService.routes.map { ($0.method, $0.path) }
    }
}
