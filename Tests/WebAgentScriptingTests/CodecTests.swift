import Testing

@testable import WebAgentScripting

@Suite("Page messages as bytes")
struct CodecTests {
    static let orders: [PageOrder] = [
        .open(
            PageSource(
                url: "https://a.test/",
                body: [0, 255, 10],
                contentType: nil,
                referrer: "r",
                runsScripts: false,
                parsesAsScripting: false,
                navigator: NavigatorFacts(userAgent: "u", languages: ["de"], platform: "p"),
                historyLength: 3,
                multipartBoundary: "b",
                limits: PageLimits(
                    taskMilliseconds: 1,
                    scriptMilliseconds: 2,
                    tasks: 3,
                    timers: 4,
                    nodes: 5,
                    wishesPerOrder: 6,
                    frames: 7,
                    frameDepth: 8
                )
            )
        ),
        .open(PageSource(url: "", body: [], contentType: "text/html")),
        .fill(.role(.username), "ü\u{0}"), .fill(.role(.password), ""), .fill(.role(.oneTimeCode), "1"),
        .click(.selector("a > b")),
        .submit(.name("n")), .evaluate("1"), .advance(milliseconds: -1), .advance(milliseconds: .max),
        .advance(milliseconds: .min), .describe, .close,
        .locate(.role(.password)),
    ]

    static let answers: [PageAnswer] =
        [
            .acknowledged, .text("t"), .absent, .keys(["a", ""]), .bytes([1, 2]), .failed("f"),
            .frame(
                FrameDocument(
                    number: 1,
                    url: "u",
                    contentType: "c",
                    isPage: false,
                    body: [0],
                    referrer: "r",
                    sandbox: "s",
                    refresh: "1"
                )
            ),
            .frame(FrameDocument(number: 2, url: "")),
            .response(
                PageResponse(
                    url: "u",
                    status: 404,
                    headers: [PageHeader(name: "n", value: "v")],
                    body: [9],
                    redirected: true
                )
            ),
        ] + PageResponse.Kind.allCases.map { .response(PageResponse(url: "u", status: 0, kind: $0)) }

    static let initiator = FrameInitiator(
        document: AskingDocument(number: 2, isOpaque: true),
        isLetBySandbox: true,
        wasActivated: true
    )

    static let messages: [PageMessage] =
        PageNavigation.Kind.allCases.map {
            .wish(
                .navigate(
                    PageNavigation(
                        url: "u",
                        kind: $0,
                        userActivated: true,
                        target: "t",
                        frame: initiator,
                        referrerPolicy: "r"
                    )
                )
            )
        }
        + PageSubmission.Method.allCases.map {
            .wish(
                .submit(
                    PageSubmission(
                        method: $0,
                        url: "u",
                        contentType: "c",
                        body: [1],
                        entryNames: ["a"],
                        userActivated: true,
                        hasPasswordField: true,
                        target: "t",
                        replacesEntry: true,
                        frame: initiator,
                        referrerPolicy: "r"
                    )
                )
            )
        }
        + ConsoleLevel.allCases.map { .wish(.console($0, "c")) }
        + PageDialog.allCases.map { .wish(.dialog($0, text: "d")) }
        + ScriptRun.Outcome.allCases.map {
            .wish(.scriptRun(ScriptRun(source: "s", isInline: true, length: 1 << 40, outcome: $0)))
        }
        + ScriptFailure.Kind.allCases.map {
            .wish(.scriptError(ScriptFailure(kind: $0, message: "m", source: "s", line: 7)))
        }
        + StorageArea.allCases.flatMap { area -> [PageMessage] in
            [
                .ask(.storage(area, .keys)), .ask(.storage(area, .get(key: "k"))),
                .ask(.storage(area, .set(key: "k", value: "v"))), .ask(.storage(area, .remove(key: "k"))),
                .ask(.storage(area, .clear)),
            ]
        }
        + [
            .wish(.refresh(milliseconds: 5, url: "u")), .wish(.addressChanged(url: "u", replaced: true)),
            .wish(.openWindow(url: "u", target: "t")), .wish(.missingInterface(name: "n")), .ask(.readCookies),
            .wish(.referrerPolicy(AskingDocument(number: 1), policy: "p")), .wish(.blocked(url: "u", reason: "r")),
            .frameAsk(AskingDocument(number: 3, isOpaque: true), .readCookies),
            .ask(
                .loadFrame(
                    FrameRequest(
                        container: AskingDocument(number: 1, isOpaque: true),
                        method: .post,
                        url: "u",
                        contentType: "c",
                        body: [1],
                        userActivated: true,
                        hasPasswordField: true,
                        referrerPolicy: "r",
                        isOfFrameset: true
                    )
                )
            ), .frameAsk(.page, .loadFrame(FrameRequest(container: .page, url: ""))),
            .ask(.writeCookie("a=b")), .ask(.loadScript(url: "u")),
            .ask(.loadScript(url: "u", crossOrigin: .include, referrerPolicy: "r")), .ask(.randomBytes(count: 16)),
        ] + requests + reports

    static let requests: [PageMessage] =
        PageRequest.Credentials.allCases.map {
            .ask(.request(PageRequest(method: "PUT", url: "u", body: [3], credentials: $0, mode: .sameOrigin)))
        }
        + PageRequest.Mode.allCases.map { .ask(.request(PageRequest(method: "GET", url: "u", mode: $0))) }
        + PageRequest.Redirect.allCases.map { .ask(.request(PageRequest(method: "GET", url: "u", redirect: $0))) }

    static let refusals: [PageRefusal] = [
        .noPage, .invalidAddress("a"), .notFound(.name("n")), .invalidSelector("s"), .notFillable(.name("n")),
        .disabled(.name("n")), .noForm(.name("n")), .passwordNotFilled, .scriptFailed, .stopped,
    ]

    static let codecErrors: [PageCodecError] = [
        .truncated, .tooLong(1), .unknownVersion(2), .unexpectedKind(3), .unknownCase(4), .invalidText, .invalidNumber,
        .trailingBytes(5),
    ]

    static let reports: [PageMessage] =
        (refusals + codecErrors.map { .protocolError($0) }).map { .done(PageReport(outcome: .refused($0))) }
        + [
            .done(
                PageReport(
                    url: "u",
                    title: "t",
                    pageTime: 1,
                    nextTimer: 2,
                    timeLeft: 3,
                    droppedWishes: 4,
                    forms: [
                        PageForm(
                            id: "i",
                            name: "n",
                            method: "post",
                            action: "a",
                            enctype: "e",
                            controls: [
                                PageControl(
                                    name: "n",
                                    id: "i",
                                    type: "t",
                                    label: "l",
                                    role: .password,
                                    isFilled: true,
                                    isDisabled: true
                                ),
                                PageControl(
                                    name: "",
                                    id: "",
                                    type: "",
                                    label: "",
                                    role: nil,
                                    isFilled: false,
                                    isDisabled: false
                                ),
                            ],
                            frame: "f"
                        )
                    ],
                    text: "x",
                    value: "1",
                    document: AskingDocument(number: 1)
                )
            )
        ]

    @Test("every order comes back as it went", arguments: orders)
    func roundTrip(order: PageOrder) throws {
        let frame = try PageFrame.encode(order)
        #expect(try PageFrame.bodyLength(frame) == frame.count - PageFrame.headLength)
        #expect(try PageFrame.decodeOrder(frame) == order)
    }

    @Test("every answer comes back as it went", arguments: answers)
    func roundTrip(answer: PageAnswer) throws {
        #expect(try PageFrame.decodeAnswer(PageFrame.encode(answer)) == answer)
    }

    @Test("every message comes back as it went", arguments: messages)
    func roundTrip(message: PageMessage) throws {
        #expect(try PageFrame.decodeMessage(PageFrame.encode(message)) == message)
    }

    @Test("a frame cut anywhere is truncated", arguments: [orders[0], orders[2]])
    func truncated(order: PageOrder) throws {
        let frame = try PageFrame.encode(order)
        for length in 0..<frame.count {
            #expect(throws: PageCodecError.truncated) { try PageFrame.decodeOrder(Array(frame.prefix(length))) }
        }
        // The same, with a head that tells the shorter length.
        for length in 6..<frame.count {
            var cut = Array(frame.prefix(length))
            cut[0] = UInt8(length - 4)
            cut[1] = 0
            #expect(throws: PageCodecError.truncated) { try PageFrame.decodeOrder(cut) }
        }
    }

    @Test("what is malformed is refused with its reason")
    func malformed() throws {
        let frame = try PageFrame.encode(PageOrder.describe)
        #expect(throws: PageCodecError.trailingBytes(1)) { try PageFrame.decodeOrder(frame + [0]) }
        #expect(throws: PageCodecError.trailingBytes(1)) { try PageFrame.decodeOrder([4, 0, 0, 0, 1, 1, 6, 0]) }
        #expect(throws: PageCodecError.unknownVersion(9)) { try PageFrame.decodeOrder([3, 0, 0, 0, 9, 1, 6]) }
        #expect(throws: PageCodecError.unexpectedKind(2)) { try PageFrame.decodeOrder([3, 0, 0, 0, 1, 2, 6]) }
        #expect(throws: PageCodecError.unknownCase(99)) { try PageFrame.decodeOrder([3, 0, 0, 0, 1, 1, 99]) }
        #expect(throws: PageCodecError.tooLong(0x7F00_0000)) { try PageFrame.decodeOrder([0, 0, 0, 0x7F]) }
        #expect(throws: PageCodecError.invalidText) { try PageFrame.decodeOrder([5, 0, 0, 0, 1, 1, 4, 1, 0xFF]) }
        let number: [UInt8] = [13, 0, 0, 0, 1, 1, 5] + [UInt8](repeating: 0xFF, count: 10)
        #expect(throws: PageCodecError.invalidNumber) { try PageFrame.decodeOrder(number) }
        let padded: [UInt8] = [5, 0, 0, 0, 1, 1, 5, 0x82, 0]
        #expect(throws: PageCodecError.invalidNumber) { try PageFrame.decodeOrder(padded) }
        #expect(try PageFrame.decodeOrder([4, 0, 0, 0, 1, 1, 5, 2]) == .advance(milliseconds: 1))
    }

    @Test("a question in a frame's name that is cut or malformed is refused with its reason")
    func malformedFrameAsk() throws {
        let frame = try PageFrame.encode(.frameAsk(AskingDocument(number: 3), .loadScript(url: "u")))
        #expect(frame == [10, 0, 0, 0, 1, 3, 3, 6, 0, 2, 1, 0x75, 0, 0])
        for length in 6..<frame.count {
            var cut = Array(frame.prefix(length))
            cut[0] = UInt8(length - 4)
            #expect(throws: PageCodecError.truncated) { try PageFrame.decodeMessage(cut) }
        }
        for (index, error) in [(8, PageCodecError.unknownCase(99)), (9, .unknownCase(99)), (11, .invalidText)] {
            var wrong = frame
            wrong[index] = index == 11 ? 0xFF : 99
            #expect(throws: error) { try PageFrame.decodeMessage(wrong) }
        }
    }

    @Test("a message beyond the bound is not made")
    func tooLong() {
        let order = PageOrder.open(PageSource(url: "", body: [UInt8](repeating: 0, count: PageFrame.maximumLength)))
        #expect(throws: PageCodecError.self) { try PageFrame.encode(order) }
    }

    @Test("garbage never traps")
    func garbage() throws {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        let frames = try Self.messages.map { try PageFrame.encode($0) }
        var decoded = 0
        for round in 0..<20_000 {
            var frame = frames[round % frames.count]
            for _ in 0...(round % 3) { frame[4 + Int(next()) % (frame.count - 4)] = next() }
            if (try? PageFrame.decodeMessage(frame)) != nil { decoded += 1 }
            _ = try? PageFrame.decodeOrder(frame)
            _ = try? PageFrame.decodeAnswer(frame)
        }
        #expect(decoded < 20_000)
    }

    @Test("descriptions show nothing of what is filled in")
    func redacted() {
        let order = PageOrder.fill(.role(.password), "sesame")
        #expect("\(order)" == "fill")
        #expect(String(reflecting: order) == "fill")
        #expect("\(PageAnswer.text("sesame"))" == "text")
        #expect(String(reflecting: PageMessage.ask(.writeCookie("sesame"))) == "writeCookie")
    }
}
