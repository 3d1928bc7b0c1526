import Finesse
import Testing
import XMLTree

/// Source of the shapes: Finesse REST guide, "MediaPropertiesLayout", "PhoneBook", "Contact", "Workflow",
/// "WorkflowAction"; the values are our own.
extension GoldenPayload {
    static let catalogue: [GoldenPayload] = [
        GoldenPayload(
            """
            <MediaPropertiesLayout><uri>/finesse/api/MediaPropertiesLayout/6</uri><name>Orders</name>\
            <description>For the shop</description><type>CUSTOM</type><header><entry><displayName>Name</displayName>\
            <mediaProperty>callVariable2</mediaProperty><showInPopOver>true</showInPopOver><uiEditable>false</uiEditable>\
            </entry></header><column><entry><displayName></displayName><mediaProperty>user.order</mediaProperty></entry>\
            <entry><mediaProperty>callVariable9</mediaProperty></entry></column><column><entry><displayName>Status\
            </displayName><mediaProperty>BAStatus</mediaProperty><uiEditable>true</uiEditable></entry></column>\
            </MediaPropertiesLayout>
            """,
            identity: { (layout: MediaPropertiesLayout) in #expect(layout.id == "6") },
            rewrite: { MediaPropertiesLayoutChange($0) },
            expect: { layout in
                #expect(layout.name == "Orders" && layout.details == "For the shop" && layout.type == .custom)
                let header = try #require(layout.header)
                #expect(header.displayName == "Name" && header.mediaProperty == "callVariable2")
                #expect(header.showInPopOver == true && header.uiEditable == false)
                let names = layout.columns.map { $0.map(\.mediaProperty) }
                #expect(names == [["user.order", "callVariable9"], ["BAStatus"]])
                #expect(layout.columns.map { $0.map(\.displayName) } == [["", nil], ["Status"]])
                #expect(layout.columns.last?.first?.uiEditable == true)
            }
        ),
        GoldenPayload(
            """
            <PhoneBook><uri>/finesse/api/PhoneBook/12</uri><name>Branches</name><type>TEAM</type>\
            <contacts>/finesse/api/PhoneBook/12/Contacts</contacts></PhoneBook>
            """,
            identity: { (book: PhoneBook) in
                #expect(book.id == "12" && book.contactsURI == "/finesse/api/PhoneBook/12/Contacts")
                #expect(book.contacts.isEmpty)
            },
            rewrite: { PhoneBookChange($0) },
            expect: { book in #expect(book.name == "Branches" && book.type == .team) }
        ),
        GoldenPayload(
            PhoneBook.self,
            """
            <PhoneBook><name>All</name><type>GLOBAL</type><Contacts><Contact><firstName>Ann</firstName><lastName/>\
            <phoneNumber>+49 30 1</phoneNumber><description>Bakery</description></Contact><Contact>\
            <phoneNumber>117</phoneNumber></Contact></Contacts></PhoneBook>
            """,
            named: "PhoneBook with its contacts",
            expect: { book in
                #expect(book.type == .global && book.contactsURI == nil)
                #expect(book.contacts.map(\.phoneNumber) == ["+49 30 1", "117"])
                #expect(book.contacts.map(\.lastName) == ["", nil])
            }
        ),
        GoldenPayload(
            """
            <Contact><firstName>Ann</firstName><lastName>O'Neill</lastName><phoneNumber>4711</phoneNumber>\
            <description>&lt;VIP&gt;</description><uri>/finesse/api/PhoneBook/12/Contact/340</uri></Contact>
            """,
            identity: { (contact: Contact) in #expect(contact.id == "340") },
            rewrite: { ContactChange($0) },
            expect: { contact in
                #expect(contact.firstName == "Ann" && contact.lastName == "O'Neill")
                #expect(contact.phoneNumber == "4711" && contact.details == "<VIP>")
            }
        ),
        GoldenPayload(
            """
            <Workflow><uri>/finesse/api/Workflow/3</uri><name>Open order</name><description>When it rings</description>\
            <media>1</media><TriggerSet><type>SYSTEM</type><name>CALL_ARRIVES</name></TriggerSet>\
            <ConditionSet><applyMethod>ALL</applyMethod></ConditionSet><workflowActions><WorkflowAction><name>Shop</name>\
            <type>BROWSER_POP</type><uri>/finesse/api/WorkflowAction/21</uri></WorkflowAction><WorkflowAction>\
            <uri>/finesse/api/WorkflowAction/20</uri></WorkflowAction></workflowActions></Workflow>
            """,
            identity: { (workflow: Workflow) in
                #expect(workflow.id == "3" && workflow.actions.first?.type == .browserPop)
                #expect(workflow.actions.first?.name == "Shop")
            },
            rewrite: { WorkflowChange($0) },
            expect: { workflow in
                #expect(workflow.name == "Open order" && workflow.details == "When it rings" && workflow.media == "1")
                #expect(workflow.triggerSet?.text.contains("CALL_ARRIVES") == true)
                #expect(workflow.conditionSet?.text.contains("ALL") == true)
                #expect(workflow.actions.map(\.id) == ["21", "20"])
            }
        ),
        GoldenPayload(
            """
            <WorkflowAction><uri>/finesse/api/WorkflowAction/21</uri><name>Shop</name><type>HTTP_REQUEST</type>\
            <handledBy>OTHER</handledBy><params><Param><name>path</name><value>https://shop.example.com/?n=${from}&amp;v=1\
            </value></Param><Param><name>method</name><value>PUT</value></Param></params><actionVariables>\
            <ActionVariable><name>from</name><type>CUSTOM</type><node>//dialog/fromAddress</node><testValue>4711\
            </testValue></ActionVariable><ActionVariable><name>callVariable1</name><type>SYSTEM</type></ActionVariable>\
            </actionVariables></WorkflowAction>
            """,
            identity: { (action: WorkflowAction) in #expect(action.id == "21") },
            rewrite: { WorkflowActionChange($0) },
            expect: { action in
                #expect(action.name == "Shop" && action.type == .httpRequest && action.handledBy == .other)
                #expect(action.parameters.map(\.name) == ["path", "method"])
                #expect(action.parameters.map(\.value) == ["https://shop.example.com/?n=${from}&v=1", "PUT"])
                #expect(action.variables.map(\.name) == ["from", "callVariable1"])
                #expect(action.variables.map(\.type) == [.custom, .system])
                #expect(action.variables.first?.node == "//dialog/fromAddress")
                #expect(action.variables.map(\.testValue) == ["4711", nil])
            }
        ),
    ]
}
