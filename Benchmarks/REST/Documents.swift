/// The documents that are decoded: a user, and a list of a hundred dialogs, as a contact centre fills them.
enum Documents {
    static let user = Array(
        """
        <User><dialogs>/finesse/api/User/98411/Dialogs</dialogs><extension>300411</extension><firstName>Sarah</firstName>\
        <lastName>Jefferson</lastName><loginId>98411</loginId><loginName>sjefferson</loginName><mediaType>1</mediaType>\
        <pendingState></pendingState><reasonCodeId>16</reasonCodeId><ReasonCode><category>NOT_READY</category>\
        <uri>/finesse/api/ReasonCode/16</uri><code>10</code><label>Coffee</label><forAll>true</forAll>\
        <systemCode>false</systemCode><id>16</id></ReasonCode><roles><role>Agent</role><role>Supervisor</role></roles>\
        <settings><wrapUpOnIncoming>OPTIONAL</wrapUpOnIncoming></settings><state>NOT_READY</state>\
        <stateChangeTime>2026-11-23T07:58:21.234Z</stateChangeTime><teamId>5000</teamId><teamName>Sales</teamName>\
        <teams><Team><id>5001</id><name>Service</name><uri>/finesse/api/Team/5001</uri></Team></teams>\
        <uri>/finesse/api/User/98411</uri><wrapUpTimer>30</wrapUpTimer></User>
        """.utf8
    )

    static let dialogs = Array("<Dialogs>\((0..<100).map(dialog).joined())</Dialogs>".utf8)

    private static func dialog(_ number: Int) -> String {
        let variables = (1...10).map {
            "<CallVariable><name>callVariable\($0)</name><value>a value of number \($0)</value></CallVariable>"
        }
        return """
            <Dialog><associatedDialogUri></associatedDialogUri><fromAddress>4085550\(100 + number)</fromAddress>\
            <id>\(16_777_216 + number)</id><secondaryId></secondaryId><mediaProperties><mediaId>1</mediaId>\
            <DNIS>5000</DNIS><callType>ACD_IN</callType><dialedNumber>5000</dialedNumber>\
            <queueNumber>5022</queueNumber><queueName>Service</queueName><callKeyCallId>217</callKeyCallId>\
            <callKeyPrefix>152018</callKeyPrefix><callvariables>\(variables.joined())</callvariables></mediaProperties>\
            <mediaType>Voice</mediaType><participants>\(participant("300\(100 + number)"))\
            \(participant("4085550\(100 + number)"))</participants><state>ACTIVE</state><toAddress>5000</toAddress>\
            <uri>/finesse/api/Dialog/\(16_777_216 + number)</uri></Dialog>
            """
    }

    private static func participant(_ address: String) -> String {
        """
        <Participant><actions><action>HOLD</action><action>DROP</action><action>UPDATE_CALL_DATA</action>\
        <action>CONSULT_CALL</action></actions><mediaAddress>\(address)</mediaAddress>\
        <mediaAddressType>AGENT_DEVICE</mediaAddressType><startTime>2026-11-23T08:10:23.121Z</startTime>\
        <state>ACTIVE</state><stateCause></stateCause><stateChangeTime>2026-11-23T08:10:29.007Z</stateChangeTime>\
        </Participant>
        """
    }
}
