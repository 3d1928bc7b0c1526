import Finesse
import FinesseTypes
import Testing
import XMLTree

@Suite("Changes")
struct ChangeTests {
    /// What each change writes, all fields given, by its documented names.
    static let written: [(any FinesseChange, String)] = [
        (
            ReasonCodeChange(category: .logout, code: 12, label: "Home", forAll: true),
            "<ReasonCode><category>LOGOUT</category><code>12</code><label>Home</label><forAll>true</forAll></ReasonCode>"
        ),
        (
            WrapUpReasonChange(label: "Sold", forAll: false),
            "<WrapUpReason><label>Sold</label><forAll>false</forAll></WrapUpReason>"
        ),
        (LayoutConfigChange(layoutXML: "<a/>"), "<LayoutConfig><layoutxml>&lt;a/&gt;</layoutxml></LayoutConfig>"),
        (
            TeamLayoutConfigChange(useDefault: false, layoutXML: "x"),
            "<TeamLayoutConfig><useDefault>false</useDefault><layoutxml>x</layoutxml></TeamLayoutConfig>"
        ),
        (
            ClusterConfigChange(secondaryHost: "b"),
            "<ClusterConfig><secondaryNode><host>b</host></secondaryNode></ClusterConfig>"
        ),
        (
            EnterpriseDatabaseConfigChange(
                host: "h",
                backupHost: "b",
                port: 1,
                databaseName: "d",
                domain: "o",
                userName: "u",
                password: Password("p")
            ),
            """
            <EnterpriseDatabaseConfig><host>h</host><backupHost>b</backupHost><port>1</port>\
            <databaseName>d</databaseName><domain>o</domain><username>u</username><password>p</password>\
            </EnterpriseDatabaseConfig>
            """
        ),
        (
            SystemConfigChange(
                host: "h",
                port: 1,
                backupHost: "b",
                backupPort: 2,
                peripheralID: "5",
                secure: true
            ),
            """
            <SystemConfig><cti><host>h</host><port>1</port><backupHost>b</backupHost><backupPort>2</backupPort>\
            <peripheralId>5</peripheralId><secure>true</secure></cti></SystemConfig>
            """
        ),
        (
            ChatConfigChange(primaryNode: "a", secondaryNode: "b"),
            "<ChatConfig><primaryNode>a</primaryNode><secondaryNode>b</secondaryNode></ChatConfig>"
        ),
        (
            MediaPropertiesLayoutChange(
                name: "n",
                details: "d",
                type: .custom,
                header: .init(displayName: "", mediaProperty: "callVariable1"),
                columns: [
                    [.init(displayName: "x", mediaProperty: "user.a", showInPopOver: true, uiEditable: false)], [],
                ]
            ),
            """
            <MediaPropertiesLayout><name>n</name><description>d</description><type>CUSTOM</type><header><entry>\
            <displayName/><mediaProperty>callVariable1</mediaProperty></entry></header><column><entry>\
            <displayName>x</displayName><mediaProperty>user.a</mediaProperty><showInPopOver>true</showInPopOver>\
            <uiEditable>false</uiEditable></entry></column><column/></MediaPropertiesLayout>
            """
        ),
        (PhoneBookChange(name: "n", type: .global), "<PhoneBook><name>n</name><type>GLOBAL</type></PhoneBook>"),
        (
            ContactChange(firstName: "a", lastName: "b", phoneNumber: "1", details: "d"),
            """
            <Contact><firstName>a</firstName><lastName>b</lastName><phoneNumber>1</phoneNumber>\
            <description>d</description></Contact>
            """
        ),
        (
            WorkflowChange(
                name: "n",
                details: "d",
                media: "1",
                triggerSet: XMLElement("TriggerSet", text: "t"),
                conditionSet: XMLElement("ConditionSet", text: "c"),
                actions: ["4"]
            ),
            """
            <Workflow><name>n</name><description>d</description><media>1</media><TriggerSet>t</TriggerSet>\
            <ConditionSet>c</ConditionSet><workflowActions><WorkflowAction><uri>/finesse/api/WorkflowAction/4</uri>\
            </WorkflowAction></workflowActions></Workflow>
            """
        ),
        (
            WorkflowActionChange(
                name: "n",
                type: .browserPop,
                handledBy: .desktop,
                parameters: [.init(name: "path", value: "u")],
                variables: [.init(name: "v", type: .custom, node: "//a", testValue: "t")]
            ),
            """
            <WorkflowAction><name>n</name><type>BROWSER_POP</type><handledBy>FINESSE_DESKTOP</handledBy><params><Param>\
            <name>path</name><value>u</value></Param></params><actionVariables><ActionVariable><name>v</name>\
            <type>CUSTOM</type><node>//a</node><testValue>t</testValue></ActionVariable></actionVariables>\
            </WorkflowAction>
            """
        ),
        (
            NewTeamMessage(duration: 60, content: "c", teamIDs: ["1", "2"]),
            """
            <TeamMessage><duration>60</duration><content>c</content><teams><team>1</team><team>2</team></teams>\
            </TeamMessage>
            """
        ),
        (ClientLog(data: "a\nb"), "<ClientLog><logData>a\nb</logData></ClientLog>"),
        (
            MediaSignIn(maxDialogLimit: 3, interruptAction: .ignore, dialogLogoutAction: .close),
            """
            <Media><maxDialogLimit>3</maxDialogLimit><state>LOGIN</state><interruptAction>IGNORE</interruptAction>\
            <dialogLogoutAction>CLOSE</dialogLogoutAction></Media>
            """
        ),
    ]

    @Test("write the documented names, in the documented order", arguments: written.indices)
    func writes(place: Int) throws {
        let (change, xml) = Self.written[place]
        #expect(String(decoding: try XMLTree.serialize(change.element, declaration: false), as: UTF8.self) == xml)
    }

    /// Changes of which nothing is given.
    static let empty: [any FinesseChange] = [
        ReasonCodeChange(), WrapUpReasonChange(), LayoutConfigChange(), TeamLayoutConfigChange(), ClusterConfigChange(),
        EnterpriseDatabaseConfigChange(), ChatConfigChange(), MediaPropertiesLayoutChange(), PhoneBookChange(),
        ContactChange(), WorkflowChange(), WorkflowActionChange(),
    ]

    @Test("leave out what is not given", arguments: empty.indices)
    func leavesOut(place: Int) {
        #expect(Self.empty[place].element.elements.isEmpty)
    }

    @Test("tell an empty list from one that is not given")
    func emptyList() {
        #expect(WorkflowActionChange(parameters: []).element.child(named: "params")?.children.isEmpty == true)
        #expect(WorkflowChange(actions: []).element.child(named: "workflowActions")?.children.isEmpty == true)
    }
}
