import Finesse
import FinesseTypes
import Testing
import XMLTree

/// Source of the shapes: Finesse REST guide, "Dialog", "Queue" and "Team"; the values are our own.
extension GoldenPayload {
    static let calls: [GoldenPayload] = [
        GoldenPayload(
            Dialog.self,
            """
            <Dialog><associatedDialogUri>/finesse/api/Dialog/70</associatedDialogUri><callbackNumber>5550</callbackNumber>\
            <fromAddress>4401</fromAddress><id>71</id><secondaryId>72</secondaryId><mediaProperties><mediaId>1</mediaId>\
            <dialedNumber>1800</dialedNumber><callType>ACD_IN</callType><DNIS>1801</DNIS><queueNumber>33</queueNumber>\
            <queueName>Repairs</queueName><callKeyCallId>9</callKeyCallId><CallKeySequenceNum>2</CallKeySequenceNum>\
            <callKeyPrefix>154</callKeyPrefix><wrapUpReason>Mended</wrapUpReason><wrapUpItems>\
            <wrapUpItem>Mended</wrapUpItem><wrapUpItem>Billed</wrapUpItem></wrapUpItems><callvariables><CallVariable>\
            <name>callVariable1</name><value> Ann &lt;1&gt; </value></CallVariable><CallVariable><name>user.x[0]</name>\
            <value></value></CallVariable></callvariables></mediaProperties><mediaType>Voice</mediaType><participants>\
            <Participant><actions><action>HOLD</action><action>SOMETHING_NEW</action></actions>\
            <mediaAddress>2001</mediaAddress><mediaAddressType>AGENT_DEVICE</mediaAddressType>\
            <startTime>2026-02-11T16:10:23.121Z</startTime><state>ACTIVE</state><stateCause></stateCause>\
            <stateChangeTime>2026-02-11T16:10:24Z</stateChangeTime></Participant><Participant><actions/>\
            <mediaAddress>4401</mediaAddress><mediaAddressType/><state>FAILED</state><stateCause>BUSY</stateCause>\
            </Participant></participants><scheduledCallbackInfo><callbackTime>2026-03-07T14:30</callbackTime>\
            <callbackNumber>5551</callbackNumber></scheduledCallbackInfo><state>ACTIVE</state><toAddress>1800</toAddress>\
            <uri>/finesse/api/Dialog/71</uri></Dialog>
            """,
            identity: { dialog in #expect(dialog.id == "71") },
            expect: { dialog in
                #expect(dialog.state == .active && dialog.mediaType == "Voice" && dialog.secondaryID == "72")
                #expect(dialog.associatedDialogURI == "/finesse/api/Dialog/70" && dialog.callbackNumber == "5550")
                #expect(dialog.fromAddress == "4401" && dialog.toAddress == "1800")
                let data = dialog.mediaProperties
                #expect(data.mediaID == "1" && data.dialedNumber == "1800" && data.callType == "ACD_IN")
                #expect(data.dnis == "1801" && data.queueNumber == "33" && data.queueName == "Repairs")
                #expect(data.callKeyCallID == "9" && data.callKeySequenceNumber == "2" && data.callKeyPrefix == "154")
                #expect(data.wrapUpReason == "Mended" && data.wrapUpItems == ["Mended", "Billed"])
                #expect(data.callVariables.map(\.name) == ["callVariable1", "user.x[0]"])
                #expect(data.callVariable("callvariable1")?.contains("Ann <1>") == true)
                #expect(data.callVariable("callVariable2") == nil)
                let agent = try #require(dialog.participant(at: "2001"))
                #expect(agent.state == .active && agent.stateCause == nil && agent.mediaAddressType == "AGENT_DEVICE")
                #expect(agent.actions.map(\.rawValue) == ["HOLD", "SOMETHING_NEW"])
                #expect(agent.startTime == "2026-02-11T16:10:23.121Z")
                #expect(agent.stateChangeTime == "2026-02-11T16:10:24Z")
                let caller = try #require(dialog.participants.last)
                #expect(caller.state == .failed && caller.stateCause == .busy && caller.mediaAddressType == "")
                #expect(caller.startTime == nil && caller.actions.isEmpty && dialog.participant(at: "9") == nil)
                #expect(dialog.scheduledCallback?.time == "2026-03-07T14:30")
                #expect(dialog.scheduledCallback?.number == "5551")
            }
        ),
        GoldenPayload(
            Dialog.self,
            """
            <Dialog><id>31_5_1</id><mediaProperties><mediaId>5002</mediaId><dialedNumber/></mediaProperties>\
            <mediaType>Cisco_Chat_MRD</mediaType><participants><Participant><actions><action>ACCEPT</action></actions>\
            <mediaAddress>98411</mediaAddress><state>OFFERED</state></Participant></participants><state>OFFERED</state>\
            <uri>/finesse/api/Dialog/31_5_1</uri></Dialog>
            """,
            named: "Dialog, a task",
            identity: { dialog in #expect(dialog.id == "31_5_1") },
            expect: { dialog in
                #expect(dialog.state == .offered && dialog.fromAddress == nil && dialog.secondaryID == nil)
                #expect(dialog.mediaProperties.dialedNumber == "" && dialog.mediaProperties.callType == nil)
                #expect(dialog.participant(at: "98411")?.actions == [.accept] && dialog.scheduledCallback == nil)
            }
        ),
        GoldenPayload(
            Queue.self,
            """
            <Queue><uri>/finesse/api/Queue/33</uri><name>Repairs</name><statistics><callsInQueue>3</callsInQueue>\
            <startTimeOfLongestCallInQueue>2026-02-15T17:58:21Z</startTimeOfLongestCallInQueue><agentsReady>1</agentsReady>\
            <agentsNotReady>2</agentsNotReady><agentsBusyOther>-1</agentsBusyOther><agentsLoggedOn>4</agentsLoggedOn>\
            <agentsTalkingInbound>5</agentsTalkingInbound><agentsTalkingOutbound>6</agentsTalkingOutbound>\
            <agentsTalkingInternal>7</agentsTalkingInternal><agentsWrapUpNotReady>8</agentsWrapUpNotReady>\
            <agentsWrapUpReady>0</agentsWrapUpReady></statistics></Queue>
            """,
            identity: { queue in #expect(queue.id == "33") },
            expect: { queue in
                let numbers = queue.statistics
                #expect(queue.name == "Repairs" && numbers.callsInQueue == 3 && numbers.agentsReady == 1)
                #expect(numbers.startTimeOfLongestCallInQueue == "2026-02-15T17:58:21Z")
                #expect(numbers.agentsNotReady == 2 && numbers.agentsBusyOther == nil && numbers.agentsLoggedOn == 4)
                #expect(numbers.agentsTalkingInbound == 5 && numbers.agentsTalkingOutbound == 6)
                #expect(numbers.agentsTalkingInternal == 7 && numbers.agentsWrapUpNotReady == 8)
                #expect(numbers.agentsWrapUpReady == 0)
            }
        ),
        GoldenPayload(
            Team.self,
            """
            <Team><uri>/finesse/api/Team/34</uri><id>34</id><name>Menders</name><users><User>\
            <uri>/finesse/api/User/7001/</uri><loginId>7001</loginId><firstName>Ann</firstName><lastName>Field</lastName>\
            <dialogs>/finesse/api/User/7001/Dialogs</dialogs><extension>2001</extension><pendingState></pendingState>\
            <state>NOT_READY</state><reasonCode><category>NOT_READY</category><code>12</code><label>Lunch</label><id>1</id>\
            <uri>/finesse/api/ReasonCode/1</uri></reasonCode><stateChangeTime>2026-03-01T18:22:25.123Z</stateChangeTime>\
            <mediaState>IDLE</mediaState></User><User><uri>/finesse/api/User/none</uri></User></users></Team>
            """,
            identity: { team in #expect(team.id == "34") },
            expect: { team in
                let agent = try #require(team.users.first)
                #expect(team.name == "Menders" && team.users.count == 1 && agent.loginID == "7001")
                #expect(agent.state == .notReady && agent.pendingState == nil && agent.phoneExtension == "2001")
                #expect(agent.reasonCode?.label == "Lunch" && agent.reasonCode?.code == 12)
                #expect(agent.mediaState == "IDLE")
                #expect(agent.stateChangeMilliseconds == 1_772_389_345_123)
            }
        ),
    ]
}
