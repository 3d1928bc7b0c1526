extension Prelude {
    /// What clicking, focusing, filling and submitting do besides telling the page.
    static let activation = #"""
        let focused = null, userActivated = false;

        const isSubmitButton = node => node instanceof HTMLElement && ((node.localName === 'button' && node.type === 'submit')
            || (node.localName === 'input' && (node.type === 'submit' || node.type === 'image')));
        const activates = node => node instanceof HTMLElement && /^(a|area|button|input|label|summary)$/.test(host.localName(node));

        // Source: HTML standard, legacy-pre-activation behaviour of checkboxes and radio buttons; gives what undoes it.
        const beforeActivation = node => {
            if (host.localName(node) !== 'input' || isDisabled(node)) return null;
            if (node.type === 'checkbox') {
                const checked = node.checked, mixed = node.indeterminate;
                node.checked = !checked;
                node.indeterminate = false;
                return () => { node.checked = checked; node.indeterminate = mixed; };
            }
            if (node.type !== 'radio') return null;
            const before = host.radioGroup(node).find(radio => radio.checked) ?? null, was = node.checked;
            node.checked = true;
            return () => { node.checked = was; if (before) before.checked = true; };
        };
        const activate = (node, event) => {
            const name = host.localName(node);
            if (name === 'a' || name === 'area') {
                if (host.getAttribute(node, 'href') !== null) host.followLink(node, userActivated);
            } else if (name === 'label') {
                const control = host.labeledControl(node);
                const inside = isNode(event.target) && host.closest(event.target, 'a[href],button,input,select,textarea');
                if (control && !isDisabled(control) && event.target !== control && !(inside && host.contains(node, inside))) {
                    moveFocus(control);
                    clickOn(control, false);
                }
            } else if (name === 'summary') {
                const details = host.parent(node);
                if (details?.localName === 'details') details.open = !details.open;
            } else if (isDisabled(node)) {
                return;
            } else if (node.type === 'checkbox' || node.type === 'radio') {
                if (!host.isConnected(node)) return;
                dispatch(fresh('Event', 'input', {bubbles: true, composed: true}), node);
                dispatch(fresh('Event', 'change', {bubbles: true}), node);
            } else {
                const form = host.formOwner(node);
                if (!form) return;
                if (isSubmitButton(node)) submitForm(form, node, true); else if (node.type === 'reset') resetForm(form);
            }
        };
        const clicking = new WeakSet();
        const clickOn = (node, trusted) => {
            if (clicking.has(node)) return;
            clicking.add(node);
            const event = fresh('PointerEvent', 'click', {
                bubbles: true, cancelable: true, composed: true, detail: trusted ? 1 : 0, view: G});
            eventState(event).trusted = trusted;
            try { dispatch(event, node); } finally { clicking.delete(node); }
        };
        const mouse = (type, node) => dispatch(fresh(type.startsWith('pointer') ? 'PointerEvent' : 'MouseEvent', type, {
            bubbles: true, cancelable: true, composed: true, detail: 1, view: G}), node);

        const moveFocus = node => {
            if (node === focused) return;
            if (node && (isDisabled(node) || !host.isConnected(node))) return;
            const old = focused;
            focused = node;
            host.setFocused(node);
            if (old && host.isConnected(old)) {
                dispatch(fresh('FocusEvent', 'blur', {relatedTarget: node, composed: true}), old);
                dispatch(fresh('FocusEvent', 'focusout', {relatedTarget: node, bubbles: true, composed: true}), old);
            }
            if (node && focused === node) {
                dispatch(fresh('FocusEvent', 'focus', {relatedTarget: old, composed: true}), node);
                dispatch(fresh('FocusEvent', 'focusin', {relatedTarget: old, bubbles: true, composed: true}), node);
            }
        };

        const submitting = new WeakSet();
        // Source: HTML standard, section 4.10.22.3. `isEvent` is false for the method submit() of a form.
        const submitForm = (form, submitter, isEvent) => {
            if (!host.isConnected(form)) return;
            if (isEvent) {
                if (submitting.has(form)) return;
                submitting.add(form);
                try {
                    const isLax = form.noValidate || (submitter && host.getAttribute(submitter, 'formnovalidate') !== null);
                    if (!isLax && !reportControls(host.controls(form))) { host.validationFailed(form); return; }
                    const event = fresh('SubmitEvent', 'submit', {
                        bubbles: true, cancelable: true, submitter: submitter ?? null});
                    if (!dispatch(event, form)) return;
                } finally { submitting.delete(form); }
            }
            host.submit(form, submitter ?? null, userActivated);
        };
        const resetForm = form => {
            if (dispatch(fresh('Event', 'reset', {bubbles: true, cancelable: true}), form)) host.reset(form);
        };
        // The agent's own actions: what a person does, with the events a browser makes of it.
        const agentClick = node => {
            userActivated = true;
            try {
                mouse('pointerdown', node);
                mouse('mousedown', node);
                moveFocus(/^(a|button|input|select|textarea)$/.test(host.localName(node)) ? node : null);
                mouse('pointerup', node);
                mouse('mouseup', node);
                clickOn(node, true);
            } finally { userActivated = false; }
        };
        const agentFill = (node, value) => {
            moveFocus(node);
            const key = {bubbles: true, cancelable: true, composed: true, key: 'Unidentified', view: G};
            dispatch(fresh('KeyboardEvent', 'keydown', key), node);
            if (host.localName(node) === 'select') node.value = value;
            else if (host.localName(node) === 'input' || host.localName(node) === 'textarea') host.setValue(node, value);
            else node.textContent = value;
            typedValues.set(node, node.value);
            dispatch(fresh('InputEvent', 'input', {bubbles: true, composed: true, data: value, inputType: 'insertText'}), node);
            dispatch(fresh('KeyboardEvent', 'keyup', key), node);
            dispatch(fresh('Event', 'change', {bubbles: true}), node);
        };
        // Source: HTML standard, section 4.10.22.2: without a submit button only a form with one text field is submitted so.
        const agentSubmit = (form, submitter, control) => {
            const key = {bubbles: true, cancelable: true, composed: true, key: 'Enter', code: 'Enter', keyCode: 13, which: 13,
                view: G};
            const press = type => dispatch(fresh('KeyboardEvent', type, {...key, charCode: type === 'keypress' ? 13 : 0}),
                control ?? form);
            userActivated = true;
            try {
                if (!control || (press('keydown') && press('keypress'))) {
                    if (submitter) clickOn(submitter, true);
                    else if (!host.isLeaving() && host.controls(form).filter(takesText).length <= 1) submitForm(form, null, true);
                }
                if (control && host.isConnected(control)) press('keyup');
            } finally { userActivated = false; }
        };
        const takesText = control => control.localName === 'input'
            && !/^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/.test(control.type);
        """#
}
