extension RESTService {
    /// Every call of the tables.
    static let routes: [RESTRoute] =
        reasonCodeRoutes + wrapUpReasonRoutes + mediaLayoutRoutes + phoneBookRoutes + contactRoutes
        + workflowRoutes + systemSettingsRoutes + teamConfigurationRoutes + userResourceRoutes + teamResourceRoutes
        + teamMessageRoutes + clientLogRoutes + mediaRoutes + taskRoutes + serviceabilityRoutes
}
