/// Names of the web platform that are not here, so that a script which reaches for one is never left to find nothing.
///
/// A name that the bindings get moves out of these lists; a test compares the two.
///
/// Source: the interface definitions of the WHATWG's and the W3C's standards, as far as pages could touch them.
enum MissingNames {
    /// Names of the window: interfaces, and what hangs on the global object.
    static let globals = names(
        """
        AbsoluteOrientationSensor Accelerometer AnalyserNode Animation AnimationEffect AnimationTimeline AudioBuffer AudioContext \
        AudioDecoder AudioNode AudioWorklet AuthenticatorAssertionResponse AuthenticatorAttestationResponse AuthenticatorResponse \
        BackgroundFetchManager BarProp BaseAudioContext BatteryManager BiquadFilterNode BlobEvent BroadcastChannel \
        ByteLengthQueuingStrategy CDATASection CSSAnimation CSSFontFaceRule CSSImportRule CSSKeyframesRule CSSMediaRule CSSRule \
        CSSRuleList CSSStyleRule CSSStyleSheet CSSStyleValue CSSTransition Cache CacheStorage CanvasGradient CanvasPattern \
        CanvasRenderingContext2D Clipboard ClipboardEvent ClipboardItem CloseEvent CloseWatcher CompressionStream ContentVisibilityAutoStateChangeEvent \
        CookieChangeEvent CookieStore CountQueuingStrategy Credential CredentialsContainer CryptoKey CustomElementRegistry \
        CustomStateSet DOMMatrix DOMMatrixReadOnly DOMPoint DOMPointReadOnly DOMQuad DOMRectList DOMRectReadOnly DOMStringList DOMStringMap \
        DataTransfer DataTransferItem DataTransferItemList DecompressionStream DelayNode DeviceMotionEvent DeviceOrientationEvent \
        DigitalCredential DocumentTimeline EditContext ElementInternals EventCounts EventSource External FederatedCredential FileList \
        FileSystem FileSystemDirectoryHandle FileSystemFileHandle FileSystemHandle FontFace FontFaceSetLoadEvent GPU GainNode Gamepad \
        GamepadEvent Geolocation GeolocationPosition GeolocationPositionError Gyroscope HID HTMLAllCollection HTMLDialogElement \
        HTMLFencedFrameElement HTMLSelectedContentElement Highlight HighlightRegistry IDBCursor IDBDatabase IDBFactory IDBIndex IDBKeyRange \
        IDBObjectStore IDBOpenDBRequest IDBRequest IDBTransaction IDBVersionChangeEvent IdentityCredential IdentityProvider IdleDeadline \
        IdleDetector ImageBitmap ImageBitmapRenderingContext ImageCapture ImageData ImageDecoder Ink InputDeviceCapabilities \
        InputDeviceInfo IntersectionObserverEntry Keyboard KeyframeEffect LaunchParams LinearAccelerationSensor Lock LockManager MIDIAccess \
        Magnetometer MathMLUnknownElement MediaCapabilities MediaDeviceInfo MediaDevices MediaError MediaKeys MediaList MediaMetadata \
        MediaQueryListEvent MediaRecorder MediaSession MediaSource MediaSourceHandle MediaStream MediaStreamTrack MimeType MimeTypeArray \
        NavigateEvent Navigation NavigationHistoryEntry NavigationPreloadManager NetworkInformation Notification OTPCredential \
        OfflineAudioContext OffscreenCanvas OffscreenCanvasRenderingContext2D OrientationSensor OscillatorNode OverconstrainedError \
        PannerNode PasswordCredential Path2D PaymentAddress PaymentRequest PaymentResponse PerformanceEntry PerformanceMark \
        PerformanceMeasure PerformanceNavigation PerformanceNavigationTiming PerformancePaintTiming PerformanceResourceTiming \
        PerformanceServerTiming PerformanceTiming PeriodicWave PermissionStatus Permissions PictureInPictureWindow Plugin PluginArray \
        Presentation ProcessingInstruction PublicKeyCredential PushManager PushSubscription PushSubscriptionOptions RTCCertificate \
        RTCDataChannel RTCIceCandidate RTCPeerConnection RTCSessionDescription ReadableByteStreamController ReadableStream \
        ReadableStreamBYOBReader ReadableStreamDefaultReader RelativeOrientationSensor RemotePlayback ReportingObserver \
        ResizeObserverEntry ResizeObserverSize SVGAnimatedString SVGGraphicsElement SVGPathElement SVGPoint SVGRect SVGSVGElement \
        SVGTransform SVGUseElement Scheduler Scheduling ScreenOrientation SecurityPolicyViolationEvent Sensor Serial ServiceWorker \
        ServiceWorkerContainer ServiceWorkerRegistration ShadowRoot SharedStorage SharedWorker SourceBuffer SpeechRecognition \
        SpeechSynthesis SpeechSynthesisUtterance StaticRange StorageManager StylePropertyMap StyleSheet StyleSheetList SubtleCrypto \
        SyncManager TaskController TaskSignal TextDecoderStream TextEncoderStream TextMetrics TextTrack TextTrackCue TimeRanges \
        ToggleEvent Touch TouchList TrackEvent TransformStream TransformStreamDefaultController TrustedHTML TrustedScript TrustedScriptURL \
        TrustedTypePolicy TrustedTypePolicyFactory URLPattern USB UserActivation VTTCue VideoDecoder VideoEncoder VideoFrame \
        ViewTransition VirtualKeyboard WakeLock WakeLockSentinel WebGL2RenderingContext WebGLRenderingContext \
        WebKitCSSMatrix WebSocket WebSocketStream WebTransport Worker Worklet WritableStream WritableStreamDefaultController \
        WritableStreamDefaultWriter XMLDocument XPathEvaluator XPathExpression XPathResult XRSystem XSLTProcessor caches cookieStore \
        createImageBitmap customElements documentPictureInPicture external fetchLater getScreenDetails indexedDB launchQueue locationbar \
        menubar navigation openDatabase originAgentCluster personalbar queryLocalFonts scheduler scrollbars sharedStorage \
        showDirectoryPicker showModalDialog showOpenFilePicker showSaveFilePicker speechSynthesis statusbar styleMedia toolbar trustedTypes \
        webkitAudioContext webkitCancelAnimationFrame webkitIndexedDB webkitMediaStream webkitRTCPeerConnection \
        webkitRequestAnimationFrame webkitRequestFileSystem webkitSpeechRecognition webkitStorageInfo webkitURL
        """
    )

    /// Names of nodes and other targets of events, each with what it is a member of.
    static let nodeMembers: [String: String] = members([
        "document": """
        adoptedStyleSheets alinkColor applets bgColor browsingTopics caretPositionFromPoint caretRangeFromPoint createAttributeNS \
        createCDATASection createExpression createNSResolver createProcessingInstruction createTouch createTouchList elementsFromPoint \
        enableStyleSheetsForSet evaluate exitFullscreen exitPictureInPicture exitPointerLock featurePolicy fgColor fragmentDirective \
        fullscreenEnabled hasPrivateToken hasStorageAccess hasUnpartitionedCookieAccess linkColor mozFullScreenElement msHidden \
        onfullscreenchange permissionsPolicy pictureInPictureElement pictureInPictureEnabled pointerLockElement \
        preferredStyleSheetSet prerendering queryCommandEnabled queryCommandIndeterm queryCommandState queryCommandValue \
        releaseCapture requestStorageAccess rootElement selectedStyleSheetSet startViewTransition styleSheetSets timeline vlinkColor \
        wasDiscarded webkitCancelFullScreen webkitExitFullscreen webkitFullscreenElement webkitFullscreenEnabled webkitHidden \
        webkitIsFullScreen webkitVisibilityState xmlEncoding xmlStandalone xmlVersion
        """,
        "element": """
        accessKeyLabel anchorElement animate ariaAtomic ariaAutoComplete ariaBusy ariaChecked ariaColCount ariaColIndex ariaColSpan \
        ariaCurrent ariaDescription ariaDisabled ariaExpanded ariaHasPopup ariaHidden ariaInvalid ariaKeyShortcuts ariaLabel ariaLevel \
        ariaLive ariaModal ariaMultiLine ariaMultiSelectable ariaOrientation ariaPlaceholder ariaPosInSet ariaPressed ariaReadOnly \
        ariaRelevant ariaRequired ariaRoleDescription ariaRowCount ariaRowIndex ariaRowSpan ariaSelected ariaSetSize ariaSort ariaValueMax \
        ariaValueMin ariaValueNow ariaValueText assignedElements assignedNodes assignedSlot attachInternals attachShadow \
        attributeStyleMap audioTracks beginElement blocking buffered cancelVideoFrameCallback canPlayType captureStream computedName \
        computedRole computedStyleMap createCaption createSVGPoint createSVGRect createTBody createTFoot createTHead currentCSSZoom \
        currentTime customElementRegistry defaultMuted defaultPlaybackRate deleteCaption deleteCell deleteTFoot deleteTHead \
        disablePictureInPicture disableRemotePlayback editContext elementTiming fastSeek fetchPriority getAnimations getAttributeNodeNS \
        getBBox getBoxQuads getCTM getContext getHTML getSVGDocument getScreenCTM getStartDate getTotalLength getVideoPlaybackQuality \
        hasPointerCapture hidePopover insertAdjacentFragment isPointInFill lookupPrefix mediaKeys moveBefore mozMatchesSelector \
        mozRequestFullScreen msMatchesSelector networkState ownerSVGElement part playbackRate popoverTargetAction popoverTargetElement \
        preservesPitch pseudo releasePointerCapture remote requestFullscreen requestPictureInPicture requestPointerLock \
        requestVideoFrameCallback scrollIntoViewIfNeeded seekable setAttributeNodeNS setHTML setHTMLUnsafe setMediaKeys \
        setPointerCapture setRangeText setSinkId shadowRootMode showModal showPicker showPopover sinkId srcObject textTracks \
        toBlob toDataURL togglePopover transferControlToOffscreen videoHeight videoTracks videoWidth viewportElement \
        virtualKeyboardPolicy webkitEntries webkitRequestFullScreen webkitRequestFullscreen webkitdirectory writingSuggestions
        """,
        "performance":
            "clearResourceTimings eventCounts interactionCount measureUserAgentSpecificMemory memory setResourceTimingBufferSize",
        "signal": "priority",
    ])

    /// Names of objects that are no targets of events.
    static let otherMembers: [String: String] = members([
        "event":
            "altitudeAngle azimuthAngle clipboardData fromElement getCoalescedEvents getPredictedEvents getTargetRanges movementX movementY "
            + "sourceCapabilities tangentialPressure tiltX tiltY toElement twist userChoice",
        "navigator": """
        adAuctionComponents bluetooth buildID canShare clearAppBadge clipboard connection contacts cookieDeprecationLabel cpuClass \
        credentials deviceMemory devicePosture geolocation getAutoplayPolicy getBattery getGamepads getInstalledRelatedApps \
        getUserMedia globalPrivacyControl gpu hid ink joinAdInterestGroup keyboard locks login managed mediaCapabilities mediaDevices \
        mediaSession modelContext mozGetUserMedia msSaveBlob msSaveOrOpenBlob oscpu permissions preferences presentation \
        registerProtocolHandler requestMIDIAccess requestMediaKeySystemAccess runAdAuction scheduling serial serviceWorker setAppBadge \
        share standalone storage storageBuckets taintEnabled unregisterProtocolHandler usb userActivation userAgentData vibrate \
        virtualKeyboard wakeLock webkitGetUserMedia webkitPersistentStorage webkitTemporaryStorage windowControlsOverlay xr
        """,
        "screen": "isExtended lockOrientation mozOrientation msOrientation orientation unlockOrientation",
    ])

    private static func names(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    private static func members(_ lists: [String: String]) -> [String: String] {
        lists.reduce(into: [:]) { found, list in
            for name in names(list.value) { found[name] = "\(list.key).\(name)" }
        }
    }
}
