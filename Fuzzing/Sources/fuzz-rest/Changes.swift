import Finesse
import FuzzDriver
import XMLTree

/// What is written back.
enum Changes {
    static func check(_ root: XMLElement) {
        check(root) { ReasonCodeChange(ReasonCode(element: $0)) }
        check(root) { WrapUpReasonChange(WrapUpReason(element: $0)) }
        check(root) { MediaPropertiesLayoutChange(MediaPropertiesLayout(element: $0)) }
        check(root) { PhoneBookChange(PhoneBook(element: $0)) }
        check(root) { ContactChange(Contact(element: $0)) }
        check(root) { WorkflowChange(Workflow(element: $0)) }
        check(root) { WorkflowActionChange(WorkflowAction(element: $0)) }
        check(root) { LayoutConfigChange(LayoutConfig(element: $0)) }
        check(root) { TeamLayoutConfigChange(TeamLayoutConfig(element: $0)) }
        check(root) { ClusterConfigChange(ClusterConfig(element: $0)) }
        check(root) { EnterpriseDatabaseConfigChange(EnterpriseDatabaseConfig(element: $0)) }
        check(root) { SystemConfigChange(SystemConfig(element: $0)) }
        check(root) { ChatConfigChange(ChatConfig(element: $0)) }
    }

    private static func check<Change: FinesseChange>(_ root: XMLElement, _ change: (XMLElement) -> Change) {
        let first = change(root)
        require(change(first.element) == first, "\(Change.self) is read as another one: \(first)")
    }
}
