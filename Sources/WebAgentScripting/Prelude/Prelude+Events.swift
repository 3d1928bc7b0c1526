extension Prelude {
    /// `EventTarget`, `Event` and dispatch, handler attributes included.
    static let events = #"""
        let eventState;
        class Event {
            #state;
            static { eventState = event => event.#state; }
            constructor(type, init) {
                if (arguments.length === 0) throw new TypeError('Not enough arguments');
                this.#state = {
                    type: String(type), bubbles: !!init?.bubbles, cancelable: !!init?.cancelable, composed: !!init?.composed,
                    target: null, current: null, phase: 0, path: [], stopped: false, stoppedNow: false, canceled: false,
                    passive: false, dispatching: false, trusted: false, time: host.now(), initialized: true,
                };
            }
            get type() { return this.#state.type; }
            get target() { return this.#state.target; }
            get srcElement() { return this.#state.target; }
            get currentTarget() { return this.#state.current; }
            get eventPhase() { return this.#state.phase; }
            get bubbles() { return this.#state.bubbles; }
            get cancelable() { return this.#state.cancelable; }
            get composed() { return this.#state.composed; }
            get defaultPrevented() { return this.#state.canceled; }
            get isTrusted() { return this.#state.trusted; }
            get timeStamp() { return this.#state.time; }
            get cancelBubble() { return this.#state.stopped; }
            set cancelBubble(value) { if (value) this.#state.stopped = true; }
            get returnValue() { return !this.#state.canceled; }
            set returnValue(value) { if (!value) this.preventDefault(); }
            composedPath() { return this.#state.path.slice(); }
            stopPropagation() { this.#state.stopped = true; }
            stopImmediatePropagation() { this.#state.stopped = this.#state.stoppedNow = true; }
            preventDefault() { if (this.#state.cancelable && !this.#state.passive) this.#state.canceled = true; }
            initEvent(type, bubbles = false, cancelable = false) {
                if (this.#state.dispatching) return;
                Object.assign(this.#state, {
                    type: String(type), bubbles: !!bubbles, cancelable: !!cancelable, stopped: false, stoppedNow: false,
                    canceled: false, trusted: false, target: null, initialized: true});
            }
        }
        const phases = {NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3};
        for (const target of [Event, Event.prototype]) Object.assign(target, phases);
        factories.set('Event', () => Event);
        face('Event');

        // An event interface is its parent's and these members with their defaults.
        const eventFaces = () => ({
            CustomEvent: ['Event', {detail: null}],
            UIEvent: ['Event', {view: null, detail: 0}],
            FocusEvent: ['UIEvent', {relatedTarget: null}],
            InputEvent: ['UIEvent', {data: null, inputType: '', isComposing: false}],
            CompositionEvent: ['UIEvent', {data: ''}],
            MouseEvent: ['UIEvent', {screenX: 0, screenY: 0, clientX: 0, clientY: 0, pageX: 0, pageY: 0, offsetX: 0, offsetY: 0,
                x: 0, y: 0, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, button: 0, buttons: 0,
                relatedTarget: null, which: 1}],
            PointerEvent: ['MouseEvent', {pointerId: 0, width: 1, height: 1, pressure: 0, pointerType: '', isPrimary: false}],
            WheelEvent: ['MouseEvent', {deltaX: 0, deltaY: 0, deltaZ: 0, deltaMode: 0}],
            DragEvent: ['MouseEvent', {dataTransfer: null}],
            TouchEvent: ['UIEvent', {touches: [], targetTouches: [], changedTouches: []}],
            KeyboardEvent: ['UIEvent', {key: '', code: '', location: 0, ctrlKey: false, shiftKey: false, altKey: false,
                metaKey: false, repeat: false, isComposing: false, keyCode: 0, charCode: 0, which: 0}],
            SubmitEvent: ['Event', {submitter: null}],
            HashChangeEvent: ['Event', {oldURL: '', newURL: ''}],
            PopStateEvent: ['Event', {state: null}],
            PageTransitionEvent: ['Event', {persisted: false}],
            BeforeUnloadEvent: ['Event', {}],
            MessageEvent: ['Event', {data: null, origin: '', lastEventId: '', source: null, ports: []}],
            StorageEvent: ['Event', {key: null, oldValue: null, newValue: null, url: '', storageArea: null}],
            ErrorEvent: ['Event', {message: '', filename: '', lineno: 0, colno: 0, error: undefined}],
            PromiseRejectionEvent: ['Event', {promise: undefined, reason: undefined}],
            ProgressEvent: ['Event', {lengthComputable: false, loaded: 0, total: 0}],
            AnimationEvent: ['Event', {animationName: '', elapsedTime: 0, pseudoElement: ''}],
            TransitionEvent: ['Event', {propertyName: '', elapsedTime: 0, pseudoElement: ''}],
            FormDataEvent: ['Event', {formData: null}],
        });
        const eventMembers = new WeakMap(), conversions = {boolean: Boolean, number: Number, string: String}, same = value => value;
        const makeEventFace = (name, [parent, members]) => {
            const made = class extends face(parent) {
                constructor(type, init) {
                    super(type, init);
                    const values = own(eventMembers, this, () => ({}));
                    for (const key of Object.keys(members)) values[key] = init?.[key] === undefined ? members[key]
                        : (conversions[typeof members[key]] ?? same)(init[key]);
                }
            };
            for (const key of Object.keys(members)) accessor(made.prototype, key, function () { return eventMembers.get(this)[key]; });
            // The old way to fill an event in: type, bubbles, cancelable, and then these members.
            if ('ctrlKey' in members) put(made.prototype, 'getModifierState', function (key) {
                return {Control: this.ctrlKey, Shift: this.shiftKey, Alt: this.altKey, Meta: this.metaKey}[key] ?? false;
            });
            const order = oldOrder[name]?.split(',');
            if (order) put(made.prototype, `init${name}`, function (type, bubbles, cancelable, ...rest) {
                this.initEvent(type, bubbles, cancelable);
                order.slice(0, rest.length).forEach((key, index) => { eventMembers.get(this)[key] = rest[index]; });
            });
            return made;
        };
        const oldOrder = {CustomEvent: 'detail', UIEvent: 'view,detail', CompositionEvent: 'view,data',
            MouseEvent: 'view,detail,screenX,screenY,clientX,clientY,ctrlKey,altKey,shiftKey,metaKey,button,relatedTarget',
            KeyboardEvent: 'view,key,location,ctrlKey,altKey,shiftKey,metaKey', MessageEvent: 'data,origin,lastEventId,source,ports',
            StorageEvent: 'key,oldValue,newValue,url,storageArea'};
        declareAll(name => name.endsWith('Event'), eventFaces, makeEventFace);
        // An event that the platform itself makes.
        const fresh = (kind, type, init) => {
            const event = new (face(kind))(type, init);
            eventState(event).trusted = true;
            return event;
        };

        const listeners = new WeakMap(), handlers = new WeakMap();
        // The types of events that somebody has ever listened for.
        const listened = new Set();
        const HANDLER = Symbol('handler');
        const flatten = options => typeof options === 'object' && options !== null ? !!options.capture : !!options;

        class EventTarget {
            addEventListener(type, callback, options) {
                const target = this ?? G;
                if (callback === null || callback === undefined) return;
                const list = own(listeners, target, () => []), capture = flatten(options);
                const once = !!(options?.once), passive = !!(options?.passive), signal = options?.signal;
                type = String(type);
                if (signal?.aborted) return;
                if (list.some(l => l.type === type && l.callback === callback && l.capture === capture)) return;
                list.push({type, callback, capture, once, passive, removed: false});
                listened.add(type);
                signal?.addEventListener?.('abort', () => target.removeEventListener(type, callback, capture));
            }
            removeEventListener(type, callback, options) {
                const list = listeners.get(this ?? G), capture = flatten(options);
                if (!list) return;
                const index = list.findIndex(l => l.type === String(type) && l.callback === callback && l.capture === capture);
                if (index >= 0) list.splice(index, 1)[0].removed = true;
            }
            dispatchEvent(event) {
                const state = eventState(event);
                if (state.dispatching || !state.initialized) fail('InvalidStateError', 'The event is already being dispatched.');
                state.trusted = false;
                return dispatch(event, this ?? G);
            }
        }
        factories.set('EventTarget', () => EventTarget);
        face('EventTarget');

        let currentEvent;
        onDemand('event', () => accessor(G, 'event', () => currentEvent, value => put(G, 'event', value, true)));

        const pathOf = (event, target) => {
            const path = [target];
            if (!isNode(target)) return path;
            path.push(...host.ancestors(target));
            if (path[path.length - 1] === document && event.type !== 'load') path.push(G);
            return path;
        };

        // Source: DOM standard, section 2.9, with activation behaviour. No shadow trees.
        const dispatch = (event, target) => {
            const state = eventState(event);
            state.dispatching = true;
            const path = state.path = pathOf(event, target);
            let active = null, undo = null;
            if (event instanceof face('MouseEvent') && event.type === 'click')
                active = (event.bubbles ? path : [target]).find(activates) ?? null;
            if (active) undo = beforeActivation(active);
            state.target = target;
            for (let index = path.length - 1; index > 0 && !state.stopped; index--) invoke(path[index], event, 1);
            if (!state.stopped) invoke(target, event, 2);
            for (let index = 1; index < path.length && state.bubbles && !state.stopped; index++) invoke(path[index], event, 3);
            state.phase = 0;
            state.current = null;
            state.path = [];
            state.dispatching = state.stopped = state.stoppedNow = false;
            if (active) {
                if (state.canceled) undo?.(); else activate(active, event);
            }
            return !state.canceled;
        };

        const invoke = (target, event, phase) => {
            const state = eventState(event);
            state.phase = phase;
            state.current = target;
            if (phase !== 1) {
                const entry = handlers.get(target)?.[event.type];
                if (!entry?.listed) callHandler(target, event);
            }
            const list = listeners.get(target);
            if (!list) return;
            for (const listener of list.slice()) {
                if (state.stoppedNow) return;
                if (listener.removed || listener.type !== event.type) continue;
                if (phase === 1 ? !listener.capture : phase === 3 && listener.capture) continue;
                if (listener.callback === HANDLER) { callHandler(target, event); continue; }
                if (listener.once) target.removeEventListener(listener.type, listener.callback, listener.capture);
                const saved = currentEvent;
                currentEvent = event;
                state.passive = listener.passive;
                try {
                    const callback = listener.callback;
                    if (typeof callback === 'function') callback.call(target, event); else callback.handleEvent(event);
                } catch (error) { report(error); }
                state.passive = false;
                currentEvent = saved;
            }
        };

        const callHandler = (target, event) => {
            const handler = handlerOf(target, event.type);
            if (typeof handler !== 'function') return;
            const saved = currentEvent;
            currentEvent = event;
            try {
                if (event.type === 'error' && target === G && event instanceof face('ErrorEvent')) {
                    if (handler.call(target, event.message, event.filename, event.lineno, event.colno, event.error) === true)
                        event.preventDefault();
                } else {
                    const result = handler.call(target, event);
                    if (result === false) event.preventDefault();
                    else if (event.type === 'beforeunload' && result != null) event.preventDefault();
                }
            } catch (error) { report(error); }
            currentEvent = saved;
        };

        // Handlers of the window that an attribute of the body sets.
        const windowHandlers = once(() => new Set(('afterprint,beforeprint,beforeunload,hashchange,languagechange,message,offline,online,'
            + 'pagehide,pageshow,popstate,storage,unhandledrejection,unload,blur,error,focus,load,resize,scroll').split(',')));
        const isBody = node => isNode(node) && (host.localName(node) === 'body' || host.localName(node) === 'frameset');

        const handlerOf = (target, type) => {
            const entry = handlers.get(target)?.[type];
            if (entry?.listed) return entry.value;
            let source;
            if (target === G) source = windowHandlers().has(type) ? host.bodyAttribute(`on${type}`) : null;
            else if (isNode(target) && !(windowHandlers().has(type) && isBody(target))) source = host.getAttribute(target, `on${type}`);
            if (source === undefined || source === null || !host.runsScripts()) return null;
            if (entry?.source === source) return entry.value;
            let value = null;
            try { value = compileHandler(target, type, source); } catch (error) { report(error); }
            own(handlers, target, () => ({}))[type] = {value, source, listed: false};
            return value;
        };
        const compileHandler = (target, type, source) => {
            const parameters = type === 'error' && target === G ? 'event, source, lineno, colno, error' : 'event';
            const scopes = target === G ? [{}, {}, document]
                : [target, host.formOwner(target) ?? {}, document];
            host.handlerCompiled(`on${type}`, source);
            return Function(`with(this[2])with(this[1])with(this[0])return function on${type}(${parameters}) {${source}\n}`)
                .call(scopes);
        };
        const setHandler = (target, type, value) => {
            const table = own(handlers, target, () => ({})), listed = table[type]?.listed;
            const callable = typeof value === 'function' || (typeof value === 'object' && value !== null) ? value : null;
            table[type] = {value: callable, listed: true};
            listened.add(type);
            if (!listed) own(listeners, target, () => []).push(
                {type, callback: HANDLER, capture: false, once: false, passive: false, removed: false});
        };
        // One pair of functions serves a handler on every interface; on a body some mean the window's.
        const handlerAccessors = new Map();
        const handlerTarget = (target, type) => target === undefined || (windowHandlers().has(type) && isBody(target)) ? G : target;
        const defineHandlers = (prototype, names) => {
            for (const type of names) defineProperty(prototype, `on${type}`, own(handlerAccessors, type, () => ({
                get() { return handlerOf(handlerTarget(this, type), type); },
                set(value) { setHandler(handlerTarget(this, type), type, value); },
                configurable: true, enumerable: true,
            })));
        };
        // Of the interfaces that every page has, a handler is defined when a script first names it.
        const defineHandlersLazily = (prototype, ...types) => lazyMembers(prototype,
            () => types.flatMap(list => [...list()]).map(type => `on${type}`), name => defineHandlers(prototype, [name.slice(2)]));
        const commonHandlers = once(() => ('abort,animationend,animationstart,auxclick,beforeinput,blur,cancel,canplay,change,click,close,'
            + 'contextmenu,copy,cut,dblclick,drag,dragend,dragenter,dragleave,dragover,dragstart,drop,ended,error,focus,formdata,'
            + 'input,invalid,keydown,keypress,keyup,load,loadeddata,loadstart,mousedown,mouseenter,mouseleave,mousemove,mouseout,'
            + 'mouseover,mouseup,paste,pause,play,pointerdown,pointermove,pointerup,progress,reset,resize,scroll,select,'
            + 'selectionchange,submit,timeupdate,toggle,touchend,touchmove,touchstart,transitionend,wheel').split(','));
        """#
}
