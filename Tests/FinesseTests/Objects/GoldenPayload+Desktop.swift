import Finesse
import FinesseTypes
import Testing
import XMLTree

/// Source of the shapes: Finesse REST guide, "TeamMessage" and "Media"; the values are our own.
extension GoldenPayload {
    static let desktop: [GoldenPayload] = [
        GoldenPayload(
            TeamMessage.self,
            """
            <TeamMessage><uri>/finesse/api/TeamMessage/0f5e-77</uri><id>0f5e-77</id><createdBy><id>7001</id>\
            <firstName>Ann</firstName><lastName>Field</lastName></createdBy><createdAt>1790000000</createdAt>\
            <duration>600</duration><content>Line 2 &lt;is&gt; down</content><teams><team>31</team><team>32</team></teams>\
            </TeamMessage>
            """,
            identity: { message in #expect(message.id == "0f5e-77") },
            expect: { message in
                #expect(message.author?.loginID == "7001" && message.author?.lastName == "Field")
                #expect(message.author?.firstName == "Ann" && message.createdAt == 1_790_000_000)
                #expect(message.duration == 600 && message.content == "Line 2 <is> down")
                #expect(message.teamIDs == ["31", "32"])
            }
        ),
        GoldenPayload(
            Media.self,
            """
            <Media><uri>/finesse/api/User/7001/Media/5003</uri><description>E-mail &amp; fax</description>\
            <dialogLogoutAction>TRANSFER</dialogLogoutAction><id>5003</id><interruptible>true</interruptible>\
            <maxDialogLimit>4</maxDialogLimit><name>Mail_MRD</name><ReasonCode><category>NOT_READY</category><code>9</code>\
            <forAll>true</forAll><id>77</id><label>Lunch</label><uri>/finesse/api/ReasonCode/77</uri></ReasonCode>\
            <reasonCodeId>77</reasonCodeId><routable>false</routable><state>WORK_NOT_READY</state>\
            <stateChangeTime>2026-03-01T08:00:01Z</stateChangeTime><interruptAction>ACCEPT</interruptAction>\
            <mediaConnected>true</mediaConnected><finesseAssociated>true</finesseAssociated><channel>mail</channel>\
            <mediaClass>EMAIL</mediaClass></Media>
            """,
            identity: { media in #expect(media.id == "5003") },
            expect: { media in
                #expect(media.name == "Mail_MRD" && media.details == "E-mail & fax" && media.state == .workNotReady)
                #expect(media.isRoutable == false && media.isInterruptible == true && media.maxDialogLimit == 4)
                #expect(media.interruptAction == .accept && media.dialogLogoutAction == .transfer)
                #expect(media.reasonCodeID == 77 && media.reasonCode?.label == "Lunch")
                #expect(media.stateChangeTime == "2026-03-01T08:00:01Z" && media.isConnected == true)
                #expect(media.isAssociated == true && media.channel == "mail" && media.mediaClass == "EMAIL")
            }
        ),
        GoldenPayload(
            Media.self,
            """
            <Media><uri>/finesse/api/User/7001/Media/5004</uri><description></description><id>5004</id>\
            <interruptible>false</interruptible><name>Chat_MRD</name></Media>
            """,
            named: "Media of an agent without a skill group in it",
            expect: { media in
                #expect(media.name == "Chat_MRD" && media.details == "" && media.isInterruptible == false)
                #expect(media.state == nil && media.isRoutable == nil && media.reasonCode == nil)
            }
        ),
    ]
}
