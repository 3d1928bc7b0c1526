extension Prelude {
    /// What Swift calls.
    static let bridge = #"""
        const prototypeOf = name => (face(name) ?? face('HTMLElement')).prototype;
        // An event of the document or the window that nobody listens for is not made.
        const fire = (type, target, kind, bubbles, cancelable) =>
            !listened.has(type) && (target === document || target === 'window') && !host.bodyAttribute(`on${type}`)
            || dispatch(fresh(kind, type, {bubbles, cancelable}), target === 'window' ? G : target);
        const hashChanged = (oldURL, newURL) => { dispatch(fresh('HashChangeEvent', 'hashchange', {oldURL, newURL}), G); };
        const rejected = (promise, reason) => {
            const event = fresh('PromiseRejectionEvent', 'unhandledrejection', {promise, reason, cancelable: true});
            if (!dispatch(event, G)) return;
            const isObject = reason !== null && typeof reason === 'object';
            host.reportRejection(show(reason), String(isObject && reason.sourceURL || ''), Number(isObject && reason.line) || 0);
        };
        const placeNames = object => {
            setPrototypeOf(object, EventTarget.prototype);
            setPrototypeOf(windowPrototype, object);
        };
        const placeMissing = object => {
            setPrototypeOf(object, Object.prototype);
            setPrototypeOf(EventTarget.prototype, object);
        };
        const placeMissingElsewhere = object => {
            setPrototypeOf(object, Object.prototype);
            setPrototypeOf(Event.prototype, object);
            endOfOthers = object;
        };
        const evaluateForParent = source => {
            const value = (0, eval)(source);
            return JSON.stringify(value) ?? null;
        };
        const deliver = (id, ...values) => { loadLayer('network').deliver(id, values); };
        // Tells observers of what the parser has inserted since a script ran last.
        const parsed = (...nodes) => {
            for (const node of nodes) if (host.parent(node)) observed(host.parent(node), 'childList', () => ({
                addedNodes: [node], previousSibling: host.previousSibling(node), nextSibling: host.nextSibling(node)}));
        };
        // What the bindings are made of, for their documentation; never handed to a page.
        const describe = builtins => loadLayer('reflection')(builtins);
        const start = () => { document = host.document(); if (facts.isFrame) loadLayer('frames').install(); };
        const windowOf = number => number === 0 && !facts.isFrame ? G : loadLayer('frames').windowOf(number);
        const message = (data, origin, source) => { loadLayer('frames').receive(data, origin, source); };
        return {start, lazyNames, makeLazy, makeAllMembers, prototypeOf, makeException, radioGroup, fire, hashChanged, rejected, placeNames, placeMissing,
            placeMissingElsewhere, evaluateForParent, deliver, fireTimer, tellError, agentClick, agentFill,
            agentSubmit, moveFocus, describe, windowOf, message, parsed};
        """#
}
