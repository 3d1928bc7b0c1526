// Describes the page as a script sees it; the same text is evaluated in both browsers.
(() => {
    "use strict";
    const attempt = (work) => {
        try { return work(); } catch (error) { return "throws " + (error && error.name); }
    };
    const describeValue = (value) =>
        typeof value === "string" ? value : { file: value.name, type: value.type, size: value.size };
    const entries = (data) => Array.from(data.entries()).map(([name, value]) => [name, describeValue(value)]);
    const describeControl = (control) => ({
        name: control.name,
        id: control.id,
        type: control.type,
        value: control.value,
        disabled: control.disabled,
        readOnly: control.readOnly,
        required: control.required,
        checked: control.checked,
        valid: attempt(() => control.validity && control.validity.valid),
        willValidate: control.willValidate,
        selected: control.selectedOptions && Array.from(control.selectedOptions).map((option) => option.value),
    });
    const isSubmitter = (control) => ["submit", "image"].includes(control.type);
    const describeForm = (form) => {
        const controls = Array.from(HTMLFormElement.prototype.__lookupGetter__("elements").call(form));
        return {
            id: form.getAttribute("id"),
            name: form.getAttribute("name"),
            action: attempt(() => HTMLFormElement.prototype.__lookupGetter__("action").call(form)),
            method: attempt(() => HTMLFormElement.prototype.__lookupGetter__("method").call(form)),
            enctype: attempt(() => HTMLFormElement.prototype.__lookupGetter__("enctype").call(form)),
            target: attempt(() => HTMLFormElement.prototype.__lookupGetter__("target").call(form)),
            noValidate: attempt(() => HTMLFormElement.prototype.__lookupGetter__("noValidate").call(form)),
            acceptCharset: attempt(() => HTMLFormElement.prototype.__lookupGetter__("acceptCharset").call(form)),
            controls: controls.map(describeControl),
            entries: attempt(() => entries(new FormData(form))),
            bySubmitter: controls.filter(isSubmitter).map((control) => attempt(() => entries(new FormData(form, control)))),
            submitters: controls.filter(isSubmitter).map((control) => ({
                formAction: attempt(() => control.formAction),
                formMethod: attempt(() => control.formMethod),
                formEnctype: attempt(() => control.formEnctype),
                formTarget: attempt(() => control.formTarget),
            })),
        };
    };
    const storage = (area) => attempt(() => Object.keys(area()).sort().map((key) => [key, area().getItem(key)]));
    return {
        url: location.href,
        documentURL: document.URL,
        baseURI: document.baseURI,
        origin: location.origin,
        title: document.title,
        cookie: attempt(() => document.cookie),
        referrer: document.referrer,
        compatMode: document.compatMode,
        characterSet: document.characterSet,
        contentType: document.contentType,
        readyState: document.readyState,
        frames: window.length,
        links: Array.from(document.links).map((link) => link.href),
        scripts: Array.from(document.scripts).map((script) => script.src),
        forms: Array.from(document.forms).map(describeForm),
        localStorage: storage(() => localStorage),
        sessionStorage: storage(() => sessionStorage),
        results: window.results,
        html: document.documentElement && document.documentElement.outerHTML,
    };
})()
