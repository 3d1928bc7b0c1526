extension MemberFamily {
    static let events = MemberFamily(
        "events",
        #"""
        [Event] new Event('x', {bubbles: true, cancelable: true})
        @constants NONE=0 CAPTURING_PHASE=1 AT_TARGET=2 BUBBLING_PHASE=3
        type: e.type === 'x'
        bubbles: e.bubbles === true && new Event('x').bubbles === false
        cancelable: e.cancelable === true && new Event('x').cancelable === false
        composed: e.composed === false && new Event('x', {composed: true}).composed === true
        target: (para.dispatchEvent(e), e.target === para)
        srcElement: (para.dispatchEvent(e), e.srcElement === para)
        currentTarget: { let got; box.addEventListener('x', event => { got = event.currentTarget; }, {once: true}); para.dispatchEvent(e); return got === box && e.currentTarget === null; }
        eventPhase: { const got = []; for (const [node, capture] of [[box, true], [para, false], [box, false]]) node.addEventListener('x', event => { got.push(event.eventPhase); }, {capture, once: true}); para.dispatchEvent(e); return got.join() === '1,2,3' && e.eventPhase === 0; }
        defaultPrevented: e.defaultPrevented === false && (e.preventDefault(), e.defaultPrevented === true)
        isTrusted: { let got; box.addEventListener('click', event => { got = event.isTrusted; }, {once: true}); box.click(); return got === false && e.isTrusted === false; }
        timeStamp: e.timeStamp >= 0 && e.timeStamp <= performance.now()
        cancelBubble: { let got = 0; box.onclick = () => { got += 1; }; para.onclick = event => { event.cancelBubble = true; }; para.click(); return got === 0 && e.cancelBubble === false; }
        returnValue: e.returnValue === true && (e.returnValue = false, e.defaultPrevented === true) && e.returnValue === false
        composedPath: { let got; para.addEventListener('x', event => { got = event.composedPath(); }, {once: true}); para.dispatchEvent(e); return got[0] === para && got[1] === box && got.at(-1) === window && e.composedPath().length === 0; }
        preventDefault: (e.preventDefault(), para.dispatchEvent(e) === false)
        stopPropagation: { let got = 0; box.addEventListener('x', () => { got += 1; }, {once: true}); para.addEventListener('x', event => { event.stopPropagation(); }, {once: true}); para.dispatchEvent(e); return got === 0; }
        stopImmediatePropagation: { let got = 0; bold.addEventListener('x', event => { event.stopImmediatePropagation(); }, {once: true}); bold.addEventListener('x', () => { got += 1; }, {once: true}); bold.dispatchEvent(e); return got === 0; }
        initEvent: (e.initEvent('y', false, false), e.type === 'y' && !e.bubbles && !e.cancelable)
        [CustomEvent] new CustomEvent('x')
        @event detail
        initCustomEvent: (e.initCustomEvent('y', true, false, 5), e.type === 'y' && e.bubbles && e.detail === 5)
        [UIEvent] new UIEvent('x')
        @event view detail
        initUIEvent: (e.initUIEvent('y', true, true, window, 2), e.view === window && e.detail === 2)
        [FocusEvent] new FocusEvent('x')
        @event relatedTarget
        [InputEvent] new InputEvent('x')
        @event data inputType isComposing
        [CompositionEvent] new CompositionEvent('x')
        @event data
        initCompositionEvent: (e.initCompositionEvent('y', true, true, window, 'd'), e.view === window && e.data === 'd')
        [MouseEvent] new MouseEvent('x')
        @event screenX screenY clientX clientY pageX pageY offsetX offsetY x y ctrlKey shiftKey altKey metaKey button buttons relatedTarget which
        initMouseEvent: (e.initMouseEvent('y', true, true, window, 1, 2, 3, 4, 5, true, false, true, false, 2, box), e.clientY === 5 && e.ctrlKey && !e.altKey && e.shiftKey && e.button === 2 && e.relatedTarget === box)
        getModifierState: new MouseEvent('x', {ctrlKey: true}).getModifierState('Control') === true && e.getModifierState('Control') === false
        [PointerEvent] new PointerEvent('x')
        @event pointerId width height pressure pointerType isPrimary
        [WheelEvent] new WheelEvent('x')
        @event deltaX deltaY deltaZ deltaMode
        [DragEvent] new DragEvent('x')
        @event dataTransfer
        [TouchEvent] new TouchEvent('x')
        @event touches targetTouches changedTouches
        [KeyboardEvent] new KeyboardEvent('x')
        @event key code location ctrlKey shiftKey altKey metaKey repeat isComposing keyCode charCode which
        initKeyboardEvent: (e.initKeyboardEvent('y', true, true, window, 'a', 1, true, false, true, false), e.key === 'a' && e.location === 1 && e.ctrlKey && !e.altKey && e.shiftKey)
        getModifierState: new KeyboardEvent('x', {shiftKey: true}).getModifierState('Shift') === true && e.getModifierState('Shift') === false
        [SubmitEvent] new SubmitEvent('x')
        @event submitter
        [HashChangeEvent] new HashChangeEvent('x')
        @event oldURL newURL
        [PopStateEvent] new PopStateEvent('x')
        @event state
        [PageTransitionEvent] new PageTransitionEvent('x')
        @event persisted
        [BeforeUnloadEvent] document.createEvent('BeforeUnloadEvent')
        [MessageEvent] new MessageEvent('x')
        @event data origin lastEventId source ports
        initMessageEvent: (e.initMessageEvent('y', true, true, 'd', 'o'), e.data === 'd' && e.origin === 'o')
        [StorageEvent] new StorageEvent('x')
        @event key oldValue newValue url storageArea
        initStorageEvent: (e.initStorageEvent('y', true, true, 'k', 'o', 'n'), e.key === 'k' && e.newValue === 'n')
        [ErrorEvent] new ErrorEvent('x')
        @event message filename lineno colno error
        [PromiseRejectionEvent] new PromiseRejectionEvent('x', {promise: Promise.resolve()})
        @event promise reason
        [ProgressEvent] new ProgressEvent('x')
        @event lengthComputable loaded total
        [AnimationEvent] new AnimationEvent('x')
        @event animationName elapsedTime pseudoElement
        [TransitionEvent] new TransitionEvent('x')
        @event propertyName elapsedTime pseudoElement
        [FormDataEvent] new FormDataEvent('x', {formData: new FormData()})
        @event formData
        """#
    )
}
