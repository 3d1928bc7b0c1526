internal import XMLTree

/// The rules of the desktop's layout.
///
/// Source: Finesse REST guide, "LayoutConfig"; of the layout's own elements nothing but the outermost is checked.
enum DesktopLayoutRules {
    /// The layout that a sandbox has without configuration.
    static let builtIn = """
        <finesseLayout xmlns="http://www.cisco.com/vtg/finesse"><layout><role>Agent</role><page></page></layout>\
        <layout><role>Supervisor</role><page></page></layout></finesseLayout>
        """

    /// What is wrong with a layout.
    static func fault(of text: String) -> ApiError? {
        guard !text.isEmpty else { return .parameterMissing("layoutxml") }
        do throws(XMLError) {
            let root = try XMLTree.parse(Array(text.utf8), limits: XMLLimits(length: 1 << 20, depth: 64, nodes: 20_000))
            guard root.name.local == "finesseLayout" else { return invalid("its root must be finesseLayout") }
            return nil
        } catch {
            return invalid("it is not well-formed")
        }
    }

    private static func invalid(_ reason: String) -> ApiError {
        ApiError(status: 400, type: "Invalid Input", message: "layoutxml", data: reason, refusal: .badParameter)
    }
}

extension SandboxWorld {
    /// The layout of every team that has none of its own.
    var defaultLayout: String {
        state.systemSettings.value("LayoutConfig", now: clock.now)?.fields["layoutxml"] ?? configuration.defaultLayout
    }

    /// Changes the layout of every team that has none of its own.
    func changeDefaultLayout(by body: ObjectBody) throws(ApiError) {
        let text = try body.needed("layoutxml")
        if let fault = DesktopLayoutRules.fault(of: text) { throw fault }
        state.systemSettings.set("LayoutConfig", SettingsRecord(fields: ["layoutxml": text]), now: clock.now)
    }

    /// A team's own layout; nothing where it uses the default one.
    func ownLayout(ofTeam id: String) -> String? {
        state.systemSettings.value("TeamLayoutConfig/\(id)", now: clock.now)?.fields["layoutxml"]
    }

    /// Gives a team a layout of its own, or the default one.
    func changeLayout(ofTeam id: String, by body: ObjectBody) throws(ApiError) {
        guard let usesDefault = try body.flag("useDefault") else { throw .parameterMissing("useDefault") }
        var fields: [String: String] = [:]
        if !usesDefault {
            let text = try body.needed("layoutxml")
            if let fault = DesktopLayoutRules.fault(of: text) { throw fault }
            fields["layoutxml"] = text
        }
        state.systemSettings.set("TeamLayoutConfig/\(id)", SettingsRecord(fields: fields), now: clock.now)
    }
}
