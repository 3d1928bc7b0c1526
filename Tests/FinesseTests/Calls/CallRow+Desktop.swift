import Finesse
import FinesseTypes
import Testing
import XMLTree

extension CallRow {
    static let desktop: [CallRow] = userLists + teamResources + teamMessages + media + assignments

    static let userLists: [CallRow] = [
        .get("U12", "User/7001/ReasonCode/41", "<ReasonCode><code>9</code></ReasonCode>") {
            client throws(FinesseError) in
            #expect(try await client.reasonCode("41", ofUser: "7001").code == 9)
        },
        .get("U13", "User/7001/ReasonCodes?category=LOGOUT", "<ReasonCodes category='LOGOUT'/>") {
            client throws(FinesseError) in
            #expect(try await client.reasonCodes(ofUser: "7001", category: .logout).isEmpty)
        },
        .get("U14", "User/7001/WrapUpReason/5", "<WrapUpReason><label>x</label></WrapUpReason>") {
            client throws(FinesseError) in
            #expect(try await client.wrapUpReason("5", ofUser: "7001").label == "x")
        },
        .get("U15", "User/7001/WrapUpReasons", "<WrapUpReasons><WrapUpReason/></WrapUpReasons>") {
            client throws(FinesseError) in
            #expect(try await client.wrapUpReasons(ofUser: "7001").count == 1)
        },
        .get("U16", "User/7001/MediaPropertiesLayout", "<MediaPropertiesLayout><name>n</name></MediaPropertiesLayout>")
        {
            client throws(FinesseError) in
            #expect(try await client.mediaPropertiesLayout(ofUser: "7001").name == "n")
        },
        .get("U17", "User/7001/MediaPropertiesLayouts", "<MediaPropertiesLayouts/>") { client throws(FinesseError) in
            #expect(try await client.mediaPropertiesLayouts(ofUser: "7001").isEmpty)
        },
        .get("U18", "User/7001/PhoneBooks", "<PhoneBooks/>") { client throws(FinesseError) in
            #expect(try await client.phoneBooks(ofUser: "7001", contacts: nil).isPartial == false)
        },
        .get("U19", "User/7001/Workflows", "<Workflows><Workflow/></Workflows>") { client throws(FinesseError) in
            #expect(try await client.workflows(ofUser: "7001").count == 1)
        },
        .change(
            "L1",
            "POST",
            "User/7001/ClientLog",
            "<ClientLog><logData>a\nb</logData></ClientLog>",
            status: 202
        ) { client throws(FinesseError) in
            try await client.postClientLog(ClientLog(data: "a\nb"), of: "7001")
        },
    ]

    static let teamResources: [CallRow] = [
        .get("TR1", "TeamResource/31/ReasonCodes?category=NOT_READY", "<ReasonCodes/>") {
            client throws(FinesseError) in
            #expect(try await client.teamReasonCodes("31", category: .notReady).isEmpty)
        },
        .get("TR1", "TeamResource/31/ReasonCodes?category=NOT_READY&bypassServerCache=true", "<ReasonCodes/>") {
            client throws(FinesseError) in
            _ = try await client.teamReasonCodes("31", category: .notReady, bypassingCache: true)
        },
        .get("TR2", "TeamResource/31/WrapUpReasons", "<WrapUpReasons/>") { client throws(FinesseError) in
            #expect(try await client.teamWrapUpReasons("31").isEmpty)
        },
        .get("TR3", "TeamResource/31/MediaPropertiesLayouts", "<MediaPropertiesLayouts/>") {
            client throws(FinesseError) in
            #expect(try await client.teamMediaPropertiesLayouts("31").isEmpty)
        },
        .get("TR4", "TeamResource/31/PhoneBooks?bypassServerCache=true", "<PhoneBooks/>") {
            client throws(FinesseError) in
            #expect(try await client.teamPhoneBooks("31", contacts: nil, bypassingCache: true).books.isEmpty)
        },
        .get("TR5", "TeamResource/31/Workflows", "<Workflows/>") { client throws(FinesseError) in
            #expect(try await client.teamWorkflows("31").isEmpty)
        },
    ]

    static let teamMessages: [CallRow] = [
        .get("TM1", "TeamMessage/0f-5e", "<TeamMessage><content>c</content></TeamMessage>") {
            client throws(FinesseError) in
            #expect(try await client.teamMessage("0f-5e").content == "c")
        },
        .get("TM2", "TeamMessages", "<TeamMessages><TeamMessage/></TeamMessages>") { client throws(FinesseError) in
            #expect(try await client.teamMessages().count == 1)
        },
        .change(
            "TM3",
            "POST",
            "TeamMessage",
            "<TeamMessage><duration>5</duration><content>c</content><teams><team>31</team></teams></TeamMessage>",
            status: 207
        ) { client throws(FinesseError) in
            try await client.sendTeamMessage(NewTeamMessage(duration: 5, content: "c", teamIDs: ["31"]))
        },
        .change("TM4", "DELETE", "TeamMessage/0f-5e", status: 207) { client throws(FinesseError) in
            try await client.deleteTeamMessage("0f-5e")
        },
        .get("TM5", "Team/31/TeamMessages", "<TeamMessages/>") { client throws(FinesseError) in
            #expect(try await client.teamMessages(to: "31").isEmpty)
        },
    ]

    static let media: [CallRow] = [
        .change(
            "M1",
            "PUT",
            "User/7001/Media/5003",
            "<Media><maxDialogLimit>2</maxDialogLimit><state>LOGIN</state><interruptAction>ACCEPT</interruptAction></Media>",
            status: 202
        ) { client throws(FinesseError) in
            let signIn = MediaSignIn(maxDialogLimit: 2, interruptAction: .accept)
            try await client.signIn("7001", to: "5003", as: signIn)
        },
        .change("M2", "PUT", "User/7001/Media/5003", "<Media><state>LOGOUT</state></Media>", status: 202) {
            client throws(FinesseError) in
            try await client.signOut("7001", ofMedia: "5003")
        },
        .change("M3", "PUT", "User/7001/Media/5003", "<Media><state>READY</state></Media>", status: 202) {
            client throws(FinesseError) in
            try await client.changeState(of: "7001", in: "5003", to: .ready)
        },
        .change(
            "M4",
            "PUT",
            "User/7001/Media/5003",
            "<Media><state>NOT_READY</state><reasonCodeId>16</reasonCodeId></Media>",
            status: 202
        ) { client throws(FinesseError) in
            try await client.changeState(of: "7001", in: "5003", to: .notReady, reasonCodeID: 16)
        },
        .change("M5", "PUT", "User/7001/Media/5003", "<Media><routable>false</routable></Media>", status: 202) {
            client throws(FinesseError) in
            try await client.setRoutable(false, of: "7001", in: "5003")
        },
        .change("M6", "PUT", "User/7001/Media/5003", "<Media><x/></Media>", status: 202) {
            client throws(FinesseError) in
            let body = XMLElement("Media", elements: [XMLElement("x", text: "")])
            try await client.activateWork(of: "7001", in: "5003", sending: body)
        },
        .get("M7", "User/7001/Media/5003", "<Media><state>ACTIVE</state></Media>") { client throws(FinesseError) in
            #expect(try await client.media("5003", of: "7001").state == .active)
        },
        .get("M8", "User/7001/Media", "<MediaList><Media/><Media/></MediaList>") { client throws(FinesseError) in
            #expect(try await client.media(of: "7001").count == 2)
        },
        .change("M9", "PUT", "User/7001/Media", "<MediaList/>", status: 202) { client throws(FinesseError) in
            try await client.changeMedia(of: "7001", sending: XMLElement("MediaList", text: ""))
        },
        .get("M10", "MediaDomain", "<WhateverItIs/>") { client throws(FinesseError) in
            #expect(try await client.mediaDomains().name.local == "WhateverItIs")
        },
    ]

    static let assignments: [CallRow] = [
        .get("C57", "Teams", "<Teams><Team><name>n</name></Team></Teams>") { client throws(FinesseError) in
            #expect(try await client.teams().map(\.name) == ["n"])
        },
        .get("C58", "Team/31/ReasonCodes?category=LOGOUT", "<ReasonCodes/>") { client throws(FinesseError) in
            #expect(try await client.reasonCodes(assignedTo: "31", category: .logout).isEmpty)
        },
        .change(
            "C59",
            "PUT",
            "Team/31/ReasonCodes?category=LOGOUT",
            """
            <ReasonCodes><ReasonCode><uri>/finesse/api/ReasonCode/4</uri></ReasonCode><ReasonCode>\
            <uri>/finesse/api/ReasonCode/2</uri></ReasonCode></ReasonCodes>
            """
        ) { client throws(FinesseError) in
            try await client.assign(reasonCodes: ["4", "2"], toTeam: "31", category: .logout)
        },
        .get("C60", "Team/31/WrapUpReasons", "<WrapUpReasons/>") { client throws(FinesseError) in
            #expect(try await client.wrapUpReasons(assignedTo: "31").isEmpty)
        },
        .change("C61", "PUT", "Team/31/WrapUpReasons", "<WrapUpReasons/>") { client throws(FinesseError) in
            try await client.assign(wrapUpReasons: [], toTeam: "31")
        },
        .get("C62", "Team/31/PhoneBooks", "<PhoneBooks/>") { client throws(FinesseError) in
            #expect(try await client.phoneBooks(assignedTo: "31").isEmpty)
        },
        .change(
            "C63",
            "PUT",
            "Team/31/PhoneBooks",
            "<PhoneBooks><PhoneBook><uri>/finesse/api/PhoneBook/12</uri></PhoneBook></PhoneBooks>"
        ) { client throws(FinesseError) in
            try await client.assign(phoneBooks: ["12"], toTeam: "31")
        },
        .get("C64", "Team/31/LayoutConfig", "<TeamLayoutConfig><useDefault>true</useDefault></TeamLayoutConfig>") {
            client throws(FinesseError) in
            #expect(try await client.layout(assignedTo: "31").useDefault == true)
        },
        .change(
            "C65",
            "PUT",
            "Team/31/LayoutConfig",
            "<TeamLayoutConfig><useDefault>true</useDefault></TeamLayoutConfig>"
        ) { client throws(FinesseError) in
            try await client.assign(layout: TeamLayoutConfigChange(useDefault: true), toTeam: "31")
        },
        .get("C66", "Team/31/Workflows", "<Workflows/>") { client throws(FinesseError) in
            #expect(try await client.workflows(assignedTo: "31").isEmpty)
        },
        .change(
            "C67",
            "PUT",
            "Team/31/Workflows",
            "<Workflows><Workflow><uri>/finesse/api/Workflow/3</uri></Workflow></Workflows>"
        ) { client throws(FinesseError) in
            try await client.assign(workflows: ["3"], toTeam: "31")
        },
        .get("C68", "Team/31/MediaPropertiesLayouts", "<MediaPropertiesLayouts/>") { client throws(FinesseError) in
            #expect(try await client.mediaPropertiesLayouts(assignedTo: "31").isEmpty)
        },
        .change(
            "C69",
            "PUT",
            "Team/31/MediaPropertiesLayouts",
            """
            <MediaPropertiesLayouts><MediaPropertiesLayout><uri>/finesse/api/MediaPropertiesLayout/6</uri>\
            </MediaPropertiesLayout></MediaPropertiesLayouts>
            """
        ) { client throws(FinesseError) in
            try await client.assign(mediaPropertiesLayouts: ["6"], toTeam: "31")
        },
    ]
}
