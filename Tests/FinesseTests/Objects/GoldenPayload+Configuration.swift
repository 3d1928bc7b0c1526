import Finesse
import FinesseTypes
import Testing
import XMLTree

/// Source of the shapes: Finesse REST guide, "Configuration APIs"; the values are our own.
extension GoldenPayload {
    static let configuration: [GoldenPayload] = [
        GoldenPayload(
            """
            <ReasonCode><uri>/finesse/api/ReasonCode/41</uri><category>NOT_READY</category><code>307</code>\
            <label>Fire drill &amp; roll call</label><forAll>false</forAll><systemCode>true</systemCode></ReasonCode>
            """,
            identity: { (code: ReasonCode) in
                #expect(code.id == "41" && code.uri == "/finesse/api/ReasonCode/41" && code.systemCode == true)
            },
            rewrite: { ReasonCodeChange($0) },
            expect: { code in
                #expect(code.category == .notReady && code.code == 307 && code.forAll == false)
                #expect(code.label == "Fire drill & roll call")
            }
        ),
        GoldenPayload(
            """
            <WrapUpReason><uri>finesse/api/User/7001/WrapUpReason/88</uri><label>Grüße</label><forAll>true</forAll>\
            </WrapUpReason>
            """,
            identity: { (reason: WrapUpReason) in #expect(reason.id == "88") },
            rewrite: { WrapUpReasonChange($0) },
            expect: { reason in #expect(reason.label == "Grüße" && reason.forAll == true) }
        ),
        GoldenPayload(
            """
            <LayoutConfig><uri>/finesse/api/LayoutConfig/default</uri><layoutxml>&lt;finesseLayout&gt;&lt;layout/&gt;\
            &lt;/finesseLayout&gt;</layoutxml></LayoutConfig>
            """,
            identity: { (layout: LayoutConfig) in #expect(layout.id == "default") },
            rewrite: { LayoutConfigChange($0) },
            expect: { layout in
                #expect(layout.layoutXML?.contains("<finesseLayout><layout/></finesseLayout>") == true)
            }
        ),
        GoldenPayload(
            """
            <TeamLayoutConfig><useDefault>false</useDefault><layoutxml>&lt;finesseLayout/&gt;</layoutxml>\
            </TeamLayoutConfig>
            """,
            rewrite: { (layout: TeamLayoutConfig) in TeamLayoutConfigChange(layout) },
            expect: { layout in
                #expect(layout.useDefault == false && layout.layoutXML?.contains("<finesseLayout/>") == true)
            }
        ),
        GoldenPayload(
            """
            <ClusterConfig><uri>/finesse/api/ClusterConfig</uri><secondaryNode><host>finesse2.example.com</host>\
            </secondaryNode></ClusterConfig>
            """,
            identity: { (cluster: ClusterConfig) in #expect(cluster.uri == "/finesse/api/ClusterConfig") },
            rewrite: { ClusterConfigChange($0) },
            expect: { cluster in #expect(cluster.secondaryHost == "finesse2.example.com") }
        ),
        GoldenPayload(
            """
            <EnterpriseDatabaseConfig><uri>/finesse/api/EnterpriseDatabaseConfig</uri><host>aw1.example.com</host>\
            <backupHost></backupHost><port>1433</port><databaseName>ucce_awdb</databaseName><domain/>\
            <username>reader</username><password>p&lt;w</password></EnterpriseDatabaseConfig>
            """,
            rewrite: { (database: EnterpriseDatabaseConfig) in EnterpriseDatabaseConfigChange(database) },
            expect: { database in
                #expect(database.host == "aw1.example.com" && database.backupHost == "" && database.port == 1433)
                #expect(database.databaseName == "ucce_awdb" && database.domain == "" && database.userName == "reader")
                #expect(database.password?.reveal().contains("p<w") == true)
            }
        ),
        GoldenPayload(
            """
            <SystemConfig><uri>/finesse/api/SystemConfig</uri><cti><host>pg1a.example.com</host><port>42027</port>\
            <backupHost>pg1b.example.com</backupHost><backupPort>43027</backupPort><peripheralId>5001</peripheralId>\
            <secure>true</secure></cti></SystemConfig>
            """,
            rewrite: { (system: SystemConfig) in SystemConfigChange(system) },
            expect: { system in
                #expect(system.host == "pg1a.example.com" && system.port == 42027 && system.secure == true)
                #expect(system.backupHost == "pg1b.example.com" && system.backupPort == 43027)
                #expect(system.peripheralID == "5001")
            }
        ),
        GoldenPayload(
            """
            <ChatConfig><uri>/finesse/api/ChatConfig</uri><primaryNode>https://chat1.example.com:5280/bind</primaryNode>\
            <secondaryNode></secondaryNode></ChatConfig>
            """,
            rewrite: { (chat: ChatConfig) in ChatConfigChange(chat) },
            expect: { chat in
                #expect(chat.primaryNode == "https://chat1.example.com:5280/bind" && chat.secondaryNode == "")
            }
        ),
        GoldenPayload(
            ConfigInfo.self,
            """
            <ConfigInfo><totalSkillGroups>12</totalSkillGroups><totalSupervisors>3</totalSupervisors>\
            <totalTeams>4</totalTeams><totalUsers>250</totalUsers><uri>/finesse/api/ConfigInfo</uri>\
            <versionInfo>12.6(2)</versionInfo></ConfigInfo>
            """,
            expect: { info in
                #expect(info.totalSkillGroups == 12 && info.totalSupervisors == 3 && info.totalTeams == 4)
                #expect(info.totalUsers == 250 && info.versionInfo == "12.6(2)")
            }
        ),
        GoldenPayload(
            ECCVariableConfig.self,
            """
            <ECCVariableConfig><ECCVariable><name>user.account</name><length>40</length></ECCVariable>\
            <ECCVariable><name>user.tier</name><length>8</length></ECCVariable></ECCVariableConfig>
            """,
            expect: { config in
                #expect(config.variables.map(\.name) == ["user.account", "user.tier"])
                #expect(config.variables.map(\.length) == [40, 8])
            }
        ),
        GoldenPayload(
            ConnectedUsersInfo.self,
            """
            <ConnectedUsersInfo><userSummary><desktopUsers>17</desktopUsers><fippaUsers>2</fippaUsers>\
            <thirdPartyUsers>5</thirdPartyUsers><totalConnectedUsers>24</totalConnectedUsers>\
            <totalConnectedUsersViaProxy>9</totalConnectedUsersViaProxy></userSummary>\
            <uri>/finesse/api/ConnectedUsersInfo</uri></ConnectedUsersInfo>
            """,
            expect: { users in
                #expect(users.desktopUsers == 17 && users.phoneUsers == 2 && users.thirdPartyUsers == 5)
                #expect(users.total == 24 && users.totalViaProxy == 9)
            }
        ),
    ]
}
