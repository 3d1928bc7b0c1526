/// Writes the `Dialog` element.
///
/// Source: Finesse REST guide, "Dialog".
struct DialogDocument: Sendable {
    var deployment: SandboxDeployment
    var queueNames: [String: String]

    /// The element for a call.
    ///
    /// - Parameters:
    ///   - dialog: The call.
    ///   - name: The element's name.
    ///   - hasActiveCall: Whether an agent talks on another call.
    /// - Returns: The element.
    func element(_ dialog: DialogRecord, _ name: String = "Dialog", hasActiveCall: (String) -> Bool) -> FinesseXML {
        var children: [FinesseXML] = []
        children.append(
            FinesseXML("associatedDialogUri", dialog.associatedId.map { "/finesse/api/Dialog/\($0)" } ?? "")
        )
        if let callback = dialog.campaign?.customer, deployment == .ucce, dialog.campaign?.mode == .directPreview {
            children.append(FinesseXML("callbackNumber", callback))
        }
        children.append(FinesseXML("fromAddress", dialog.from))
        children.append(FinesseXML("id", dialog.id))
        children.append(FinesseXML("secondaryId", dialog.secondaryId ?? ""))
        children.append(properties(dialog))
        children.append(FinesseXML("mediaType", "Voice"))
        children.append(
            FinesseXML(
                "participants",
                children: dialog.participants.map { participant($0, in: dialog, hasActiveCall: hasActiveCall) }
            )
        )
        if let callback = dialog.callback {
            children.append(
                FinesseXML(
                    "scheduledCallbackInfo",
                    children: [
                        FinesseXML("callbackTime", callback.time), FinesseXML("callbackNumber", callback.number),
                    ]
                )
            )
        }
        children.append(FinesseXML("state", dialog.state))
        children.append(FinesseXML("toAddress", dialog.to))
        children.append(FinesseXML("uri", "/finesse/api/Dialog/\(dialog.id)"))
        return FinesseXML(name, children: children)
    }

    private func properties(_ dialog: DialogRecord) -> FinesseXML {
        var children = [
            FinesseXML("mediaId", "1"), FinesseXML("DNIS", dialog.dialedNumber),
            FinesseXML("callType", dialog.callType), FinesseXML("dialedNumber", dialog.dialedNumber),
            FinesseXML("queueNumber", dialog.queueId ?? ""),
            FinesseXML("queueName", dialog.queueId.flatMap { queueNames[$0] } ?? ""),
        ]
        if deployment == .ucce {
            children += [
                FinesseXML("callKeyCallId", String((Int(dialog.id) ?? 0) % 100_000)),
                FinesseXML("callKeySequenceNum", dialog.secondaryId == nil ? "0" : "1"),
                FinesseXML("callKeyPrefix", "152018"),
            ]
        }
        children.append(FinesseXML("wrapUpReason", dialog.wrapUpReason))
        if deployment == .uccx, !dialog.wrapUpItems.isEmpty {
            children.append(
                FinesseXML("wrapUpItems", children: dialog.wrapUpItems.map { FinesseXML("wrapUpItem", $0) })
            )
        }
        children.append(
            FinesseXML(
                "callvariables",
                children: dialog.variables.map { variable in
                    FinesseXML(
                        "CallVariable",
                        children: [FinesseXML("name", variable.name), FinesseXML("value", variable.value)]
                    )
                }
            )
        )
        return FinesseXML("mediaProperties", children: children)
    }

    private func participant(
        _ party: DialogRecord.Participant,
        in dialog: DialogRecord,
        hasActiveCall: (String) -> Bool
    ) -> FinesseXML {
        let actions =
            party.loginId == nil
            ? []
            : DialogActions.of(
                party,
                in: dialog,
                hasActiveCall: party.loginId.map(hasActiveCall) ?? false,
                deployment
            )
        return FinesseXML(
            "Participant",
            children: [
                FinesseXML("actions", children: actions.map { FinesseXML("action", $0.rawValue) }),
                FinesseXML("mediaAddress", party.address),
                FinesseXML("mediaAddressType", party.loginId == nil ? "" : "AGENT_DEVICE"),
                FinesseXML("startTime", party.startedAt.timestamp), FinesseXML("state", party.state.rawValue),
                FinesseXML("stateCause", party.cause ?? ""),
                FinesseXML("stateChangeTime", party.changedAt.timestamp),
            ]
        )
    }
}
