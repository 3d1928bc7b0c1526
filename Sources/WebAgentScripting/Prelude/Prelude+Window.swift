extension Prelude {
    /// The global object: `Window`, timers, location, history, navigator and what else hangs on it.
    static let window = #"""
        let document = null;
        const timeOrigin = Date.now();
        declare('Location', () => {
            class Location {
                constructor() { illegal(); }
                get href() { return host.url(); }
                set href(value) { host.navigate(String(value), 'assign', userActivated); }
                assign(value) { host.navigate(String(value), 'assign', userActivated); }
                replace(value) { host.navigate(String(value), 'replace', userActivated); }
                reload() { host.reload(); }
                toString() { return host.url(); }
            }
            constants(Location.prototype, {ancestorOrigins: () => []});
            addressParts.forEach((part, index) => {
                if (['href', 'username', 'password'].includes(part)) return;
                accessor(Location.prototype, part, () => host.parseURL(host.url(), '')[index],
                    part === 'origin' ? undefined : value => {
                        const changed = host.changeURL(host.url(), part, String(value));
                        if (changed !== null) host.navigate(changed, 'assign', userActivated);
                    });
            });
            return Location;
        });
        const location = once(() => Object.create(face('Location').prototype));

        // The global object keeps the prototype it was born with; that one is the interface's.
        const windowPrototype = getPrototypeOf(G);
        declare('Window', () => {
            const Window = function () { illegal(); };
            Window.prototype = windowPrototype;
            put(windowPrototype, 'constructor', Window);
            return setPrototypeOf(Window, EventTarget);
        });
        setPrototypeOf(windowPrototype, EventTarget.prototype);
        defineProperty(windowPrototype, 'constructor', {
            configurable: true,
            get: () => face('Window'),
            set(value) { put(this, 'constructor', value, true); },
        });
        for (const name of ['window', 'self', 'frames', 'parent', 'top'])
            accessor(G, name, () => G, ['window', 'top'].includes(name) ? undefined : value => put(G, name, value, true));
        accessor(G, 'document', () => document);
        accessor(G, 'location', () => location(), value => { location().href = value; });
        defineHandlersLazily(G, commonHandlers, windowHandlers);

        declare('History', () => {
        class History {
            constructor() { illegal(); }
            get length() { return host.historyLength(); }
            get state() { return historyState; }
            pushState(state, _, url) { host.changeAddress(url == null ? '' : String(url), false); historyState = state; }
            replaceState(state, _, url) { host.changeAddress(url == null ? '' : String(url), true); historyState = state; }
            go(delta) { if (!delta) host.reload(); else host.missing('history.go'); }
        }
        // An agent has no way back; that a page wants one is told.
        inert(constants(History.prototype, {scrollRestoration: 'auto'}, ignored), 'back', () => { host.missing('history.back'); });
        inert(History.prototype, 'forward', () => { host.missing('history.forward'); });
        return History;
        });
        let historyState = null;
        declare('Navigator', () => {
            class Navigator {
                constructor() { illegal(); }
                get userAgent() { return facts.userAgent; }
                get appVersion() { return facts.userAgent.replace(/^[^/]*\//, ''); }
                get platform() { return facts.platform; }
                get language() { return facts.languages[0] ?? 'en'; }
                get languages() { return Object.freeze(facts.languages); }
                sendBeacon(url, body = null) { 
                    const type = body instanceof G.URLSearchParams ? 'application/x-www-form-urlencoded' : 'text/plain';
                    host.beacon(String(url), body === null ? '' : String(body), `${type};charset=UTF-8`);
                    return true;
                }
            }
            constants(Navigator.prototype, {appName: 'Netscape', appCodeName: 'Mozilla', product: 'Gecko', productSub: '20030107',
                plugins: () => fixedList('HTMLCollection', []), mimeTypes: () => fixedList('HTMLCollection', []),
                vendor: '', vendorSub: '', onLine: true, cookieEnabled: true, doNotTrack: null, maxTouchPoints: 0,
                hardwareConcurrency: 2, pdfViewerEnabled: false, webdriver: true});
            inert(Navigator.prototype, 'javaEnabled', () => false);
            return Navigator;
        });
        declare('Screen', () => {
            class Screen { constructor() { illegal(); } }
            constants(Screen.prototype, {width: 1280, height: 720, availWidth: 1280, availHeight: 720, availLeft: 0, availTop: 0,
                colorDepth: 24, pixelDepth: 24});
            return Screen;
        });
        declare('Performance', () => {
        class Performance extends EventTarget {
            get timeOrigin() { return timeOrigin; }
            now() { return host.now(); }
            toJSON() { return {timeOrigin, timing: this.timing, navigation: this.navigation}; }
        }
        constants(Performance.prototype, {navigation: () => ({type: 0, redirectCount: 0}), timing: () => ({navigationStart: timeOrigin,
            fetchStart: timeOrigin, domLoading: timeOrigin, domInteractive: timeOrigin, domContentLoadedEventEnd: timeOrigin,
            loadEventEnd: timeOrigin})});
        inert(Performance.prototype, 'mark,measure,clearMarks,clearMeasures');
        inert(Performance.prototype, 'getEntries,getEntriesByType,getEntriesByName', () => []);
        return Performance;
        });
        for (const [name, kind] of [['history', 'History'], ['navigator', 'Navigator'], ['screen', 'Screen'],
            ['performance', 'Performance']]) lazyGlobal(name, () => Object.create(face(kind).prototype), true);
        lazyGlobal('clientInformation', () => G.navigator, true);

        const fixedInWindow = () => ({innerWidth: 1280, innerHeight: 720, outerWidth: 1280, outerHeight: 720, scrollX: 0, scrollY: 0,
            pageXOffset: 0, pageYOffset: 0, screenX: 0, screenY: 0, screenLeft: 0, screenTop: 0, devicePixelRatio: 1, opener: null,
            status: '', defaultStatus: ''});
        // A script may put a value of its own in their place.
        lazyMembers(G, () => Object.keys(fixedInWindow()), name => {
            constants(G, {[name]: fixedInWindow()[name]}, value => put(G, name, value, true));
        });
        constantsLater(G, () => ({closed: false, frameElement: null, crossOriginIsolated: false}));
        let windowName = facts.windowName;
        onDemand('name', () => accessor(G, 'name', () => windowName, value => { windowName = String(value); }));
        onDemand('length', () => accessor(G, 'length', () => host.collection(document, 'frames').length,
            value => put(G, 'length', value, true)));
        onDemand('origin', () => accessor(G, 'origin', () => location().origin));
        onDemand('isSecureContext', () => accessor(G, 'isSecureContext', () => location().protocol === 'https:'));

        const timers = new Map();
        const setTimer = (handler, delay, repeats, values) => {
            const id = host.setTimer(Number(delay) || 0, repeats);
            if (id) timers.set(id, {handler: typeof handler === 'function' ? handler : String(handler), repeats, values});
            return id;
        };
        const clearTimer = id => { if (timers.delete(Number(id))) host.clearTimer(Number(id)); };
        const fireTimer = id => {
            const timer = timers.get(id);
            if (!timer) return;
            if (!timer.repeats) timers.delete(id);
            try {
                if (typeof timer.handler === 'function') timer.handler.apply(G, timer.values);
                else (0, eval)(timer.handler);
            } catch (error) { report(error); }
        };
        const animationFrame = callback => setTimer(() => callback(host.now()), 16, false, []);
        const show = value => {
            if (typeof value === 'string') return value;
            if (typeof value !== 'object' || value === null) return String(value);
            if (value instanceof Error) return `${value.name}: ${value.message}`;
            if (isNode(value)) return value.outerHTML?.slice(0, 200) ?? value.nodeName;
            try { return JSON.stringify(value) ?? String(value); } catch { return Object.prototype.toString.call(value); }
        };
        const line = level => (...values) => host.console(level, values.map(show).join(' '));
        lazyGlobal('console', () => inert({log: line(1), debug: line(0), info: line(2), warn: line(3), error: line(4), trace: line(0), dir: line(1),
            table: line(1), group: line(1), groupCollapsed: line(1),
            assert(holds, ...values) { if (!holds) host.console(4, `Assertion failed: ${values.map(show).join(' ')}`); },
        }, 'groupEnd,time,timeEnd,timeLog,count,clear,profile,profileEnd'));
        const mediaMatches = query => String(query).split(',').some(part => part.trim() === '' || part.split(/\band\b/i).every(term => {
            const width = /\((min|max)-width:\s*([0-9.]+)(px|em|rem)\)/i.exec(term);
            if (width) { const value = Number(width[2]) * (width[3] === 'px' ? 1 : 16);
                return width[1].toLowerCase() === 'min' ? 1280 >= value : 1280 <= value; }
            return /^\s*(only\s+)?(all|screen)\s*$/i.test(term);
        }));
        const mediaQueries = new WeakMap();
        declare('MediaQueryList', () => {
            class MediaQueryList extends EventTarget {
                get media() { return mediaQueries.get(this); }
                get matches() { return mediaMatches(mediaQueries.get(this)); }
                addListener(listener) { this.addEventListener('change', listener); }
                removeListener(listener) { this.removeEventListener('change', listener); }
            }
            defineHandlers(MediaQueryList.prototype, ['change']);
            return MediaQueryList;
        });
        lazyTable(() => ({
            setTimeout: (handler, delay, ...values) => setTimer(handler, delay, false, values),
            setInterval: (handler, delay, ...values) => setTimer(handler, delay, true, values),
            clearTimeout: clearTimer, clearInterval: clearTimer,
            requestAnimationFrame: animationFrame, cancelAnimationFrame: clearTimer,
            requestIdleCallback: callback => setTimer(() => callback({didTimeout: false, timeRemaining: () => 10}), 1, false, []),
            cancelIdleCallback: clearTimer,
            queueMicrotask: callback => { Promise.resolve().then(() => { try { callback(); } catch (error) { report(error); } }); },
            reportError: report,
            alert: (message = '') => { host.dialog(0, String(message)); },
            confirm: (message = '') => { host.dialog(1, String(message)); return false; },
            prompt: (message = '') => { host.dialog(2, String(message)); return null; },
            open: (url = '', target = '_blank') => host.openWindow(String(url), String(target), userActivated),
            getComputedStyle: element => makeStyle(element, [...host.isRendered(element)
                ? [['display', 'block'], ['width', '100px'], ['height', '20px']] : [['display', 'none'], ['width', 'auto'], ['height', 'auto']],
                ['visibility', 'visible'], ['position', 'static'], ['opacity', '1']]),
            matchMedia: query => {
                const list = new (face('MediaQueryList'))();
                mediaQueries.set(list, String(query));
                return list;
            },
            postMessage: (data, origin) => {
                const wanted = typeof origin === 'object' && origin !== null ? origin.targetOrigin ?? '/' : origin ?? '/';
                if (wanted !== '*' && wanted !== '/' && host.parseURL(String(wanted), '')?.[10] !== G.origin) return;
                setTimer(() => dispatch(fresh('MessageEvent', 'message', {data, origin: G.origin, source: G}), G), 0, false, []);
            },
            getSelection() { return loadLayer('range').getSelection(); },
        }));
        inertLater(G, 'close,stop,print,focus,blur,moveTo,moveBy,resizeTo,resizeBy,scroll,scrollTo,scrollBy,captureEvents,releaseEvents');

        // Families that few pages use are read when one of their names is first used.
        const library = {G, put, accessor, mix, own, face, declare, lazyGlobal, fail, fresh, dispatch, defineHandlers, observers, report,
            illegal, isNode, fixedList, addressParts, constants, inert, ignored, marks, factories};
        const layerNames = {
            address: 'URL,URLSearchParams',
            network: 'XMLHttpRequest,XMLHttpRequestUpload,XMLHttpRequestEventTarget,fetch,Headers,Request,Response,AbortController,'
                + 'AbortSignal,FormData,Blob,File',
            data: 'atob,btoa,TextEncoder,TextDecoder,crypto,Crypto,structuredClone,Storage,localStorage,sessionStorage',
            mutation: 'MutationObserver,MutationRecord,WebKitMutationObserver',
            traversal: 'NodeFilter,TreeWalker,NodeIterator',
            range: 'Range,Selection',
            layout: 'IntersectionObserver,ResizeObserver,PerformanceObserver,FontFaceSet,VisualViewport,CSS,visualViewport',
            reading: 'XMLSerializer,FileReader',
            messaging: 'MessageChannel,MessagePort',
        };
        lazyTable(() => {
            const layers = {};
            for (const layer of Object.keys(layerNames)) for (const name of layerNames[layer].split(',')) layers[name] = layer;
            return layers;
        }, name => loadLayer(Object.keys(layerNames).find(layer => layerNames[layer].split(',').includes(name)))[name]);
        const layers = new Map();
        const loadLayer = name => own(layers, name, () => {
            const made = (0, eval)(host.layer(name))(host, library);
            for (const [key, {value}] of Object.entries(getOwnPropertyDescriptors(made))) {
                if (/^[A-Z]/.test(key) && value.name === key) defineProperty(value.prototype, Symbol.toStringTag, {value: key, configurable: true});
            }
            return made;
        });
        put(library, 'layer', loadLayer);
        const documentLayers = {createRange: 'range', getSelection: 'range', createTreeWalker: 'traversal',
            createNodeIterator: 'traversal'};
        lazyMembers(Document.prototype, () => Object.keys(documentLayers), name => {
            put(Document.prototype, name, {[name](...values) { return loadLayer(documentLayers[name])[name](...values); }}[name], true);
        });
        constantsLater(Document.prototype, () => ({fonts: () => loadLayer('layout').fonts}));
        """#
}
