/// The reason codes that the contact centre itself uses.
///
/// Source: Finesse REST guide, "Change Agent State" (999, 33, 50006), "Desktop presence and forced logout" (255); Unified
/// CCX reason codes (22).
enum SystemReasonCodes {
    /// The codes of a product.
    static func all(_ deployment: SandboxDeployment) -> [ReasonCodeRecord] {
        switch deployment {
        case .ucce:
            [
                make(10_001, "NOT_READY", 999, "Not Ready - Supervisor Initiated"),
                make(10_002, "LOGOUT", 999, "Logged Out - Supervisor Initiated"),
                make(10_003, "LOGOUT", 255, "Logged Out - Connection Failure"),
                make(10_004, "NOT_READY", 50_006, "Not Ready - Outbound Call"),
            ]
        case .uccx:
            [
                make(10_001, "NOT_READY", 33, "Not Ready - Supervisor Initiated"),
                make(10_002, "LOGOUT", 22, "Logged Out - Supervisor Initiated"),
                make(10_003, "LOGOUT", 255, "Logged Out - Connection Failure"),
            ]
        }
    }

    private static func make(_ id: Int, _ category: String, _ code: Int, _ label: String) -> ReasonCodeRecord {
        var record = ReasonCodeRecord(id: id, category: category, code: code, label: label)
        record.systemCode = true
        return record
    }
}
