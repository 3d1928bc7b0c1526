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
