extension MemberFamily {
    /// What every control has, as rows of its table.
    private static let validation = #"""
        form: user.form === form && pick.form === form && words.form === form && go.form === form && (form.append(e), e.form === form) && (e.remove(), e.form === null)
        labels: { const made = make('label'); form.append(made); made.append(e); return e.labels.length === 1 && e.labels[0] === made; }
        willValidate: (form.append(e), e.willValidate === expected) && (e.disabled = true, e.willValidate === false)
        validity: e.validity.valid === true && (e.setCustomValidity('x'), e.validity.customError === true) && e.validity.valid === false
        validationMessage: e.validationMessage === '' && (e.setCustomValidity('x'), e.validationMessage === (expected ? 'x' : ''))
        checkValidity: { let got = 0; e.addEventListener('invalid', () => { got += 1; }); e.setCustomValidity('x'); return e.checkValidity() === !expected && got === Number(expected); }
        reportValidity: { let got = 0; e.addEventListener('invalid', () => { got += 1; }); e.setCustomValidity('x'); return e.reportValidity() === !expected && got === Number(expected); }
        setCustomValidity: (e.setCustomValidity('x'), !e.validity.valid) && (e.setCustomValidity(''), e.validity.valid)
        """#

    private static func validation(_ isValidated: Bool) -> String {
        validation.replacing("expected", with: "\(isValidated)")
    }

    private static let selection = #"""
        selectionStart: (e.value = 'abcd', e.selectionStart === 4) && (e.selectionStart = 1, e.selectionStart === 1)
        selectionEnd: (e.value = 'abcd', e.selectionEnd === 4) && (e.setSelectionRange(1, 2), e.selectionEnd === 2) && (e.selectionEnd = 3, e.selectionEnd === 3)
        setSelectionRange: (e.value = 'abcd', e.setSelectionRange(1, 2), e.selectionStart === 1 && e.selectionEnd === 2)
        select: (e.value = 'abcd', e.select(), e.selectionStart === 0 && e.selectionEnd === 4)
        """#

    static let forms = MemberFamily(
        "forms and controls",
        """
        [HTMLFormElement] form
        name: e.name === 'login' && (e.name = 'x', e.getAttribute('name') === 'x')
        @text acceptCharset=accept-charset target rel
        @flag noValidate
        @choice method=method get get post,dialog
        @choice autocomplete on on off
        @choice enctype application/x-www-form-urlencoded application/x-www-form-urlencoded multipart/form-data,text/plain
        @choice encoding=enctype application/x-www-form-urlencoded application/x-www-form-urlencoded multipart/form-data,text/plain
        action: e.action === 'https://idp.example.test/go?x=1' && (e.action = '/q', e.getAttribute('action') === '/q') && (e.removeAttribute('action'), e.action === document.URL)
        elements: e.elements.length === 7 && e.elements.user === user && e.elements[0] === user
        length: e.length === 7 && (user.remove(), e.length === 6)
        relList: (e.relList.add('opener'), e.rel === 'opener')
        submit: { let got = 0; e.onsubmit = () => { got += 1; return false; }; e.submit(); return got === 0 && e.submit() === undefined; }
        requestSubmit: { let got; e.onsubmit = event => { got = event.submitter; return false; }; e.requestSubmit(go); return got === go; }
        reset: (user.value = 'w', tick.checked = true, e.reset(), user.value === 'v' && tick.checked === false)
        checkValidity: { let got = 0; user.oninvalid = () => { got += 1; }; const was = e.checkValidity(); user.value = ''; return was === true && e.checkValidity() === false && got === 1; }
        reportValidity: { const was = e.reportValidity(); user.value = ''; return was === true && e.reportValidity() === false; }
        Symbol.iterator: [...e].length === 7 && [...e][0] === user
        [HTMLFormControlsCollection] form.elements
        namedItem: e.namedItem('kind').length === 2 && e.namedItem('user') === user && e.namedItem('x') === null
        [HTMLInputElement] <input>
        @text accept alt autocomplete defaultValue=value dirName max min name pattern placeholder step align useMap formTarget
        @address src
        @flag defaultChecked=checked disabled multiple readOnly required formNoValidate
        @number maxLength:-1 minLength:-1 size:20 width height
        @choice formMethod - get post,dialog
        @choice formEnctype - application/x-www-form-urlencoded multipart/form-data,text/plain
        formAction: e.formAction === document.URL && (e.formAction = '/q', e.getAttribute('formaction') === '/q') && e.formAction === 'https://idp.example.test/q'
        type: e.type === 'text' && (e.type = 'EMAIL', e.getAttribute('type') === 'EMAIL') && e.type === 'email' && (e.type = 'x', e.type === 'text')
        value: user.value === 'v' && (user.value = 'w', user.getAttribute('value') === 'v' && new FormData(form).get('user') === 'w')
        checked: tick.checked === false && (tick.checked = true, new FormData(form).get('tick') === 'on')
        valueAsNumber: (e.type = 'number', e.value = '4', e.valueAsNumber === 4) && (e.valueAsNumber = 5, e.value === '5')
        valueAsDate: (e.type = 'date', e.value = '2025-06-01', e.valueAsDate.getTime() === 1748736000000) && (e.valueAsDate = new Date(0), e.value === '1970-01-01') && user.valueAsDate === null
        indeterminate: tick.indeterminate === false && (tick.indeterminate = 1, tick.indeterminate === true) && (tick.click(), tick.indeterminate === false)
        files: e.files === null && (e.type = 'file', e.files.length === 0)
        list: e.list === null && (() => { const made = make('datalist'); made.id = 'made'; box.append(made); e.setAttribute('list', 'made'); return e.list === made; })()
        stepUp: (e.type = 'number', e.value = '1', e.step = '2', e.min = '1', e.stepUp(), e.value === '3')
        stepDown: (e.type = 'number', e.value = '4', e.stepDown(3), e.value === '1')
        \(selection)
        \(validation(true))
        [HTMLButtonElement] <button>
        @text name value formTarget
        @flag disabled formNoValidate
        @choice type submit submit reset,button
        @choice formMethod - get post,dialog
        @choice formEnctype - application/x-www-form-urlencoded multipart/form-data,text/plain
        formAction: e.formAction === document.URL && (e.formAction = '/q', e.getAttribute('formaction') === '/q') && e.formAction === 'https://idp.example.test/q'
        \(validation(true))
        [HTMLTextAreaElement] <textarea>
        @text autocomplete dirName name placeholder wrap
        @flag disabled readOnly required
        @number maxLength:-1 minLength:-1 cols:20 rows:2
        value: words.value === 'tt' && (words.value = 'u', words.textContent === 'tt' && new FormData(form).get('words') === 'u')
        defaultValue: words.defaultValue === 'tt' && (words.defaultValue = 'u', words.textContent === 'u')
        textLength: words.textLength === 2
        \(selection)
        \(validation(true))
        [HTMLSelectElement] <select>
        @text autocomplete name
        @flag disabled multiple required
        @number size
        type: e.type === 'select-one' && (e.multiple = true, e.type === 'select-multiple')
        options: pick.options.length === 2 && pick.options[1].text === 'Two' && (pick.options.length = 1, pick.children.length === 1)
        length: pick.length === 2 && (pick.length = 1, pick.options.length === 1)
        selectedOptions: pick.selectedOptions.length === 1 && pick.selectedOptions[0].value === '2'
        selectedIndex: pick.selectedIndex === 1 && (pick.selectedIndex = 0, pick.value === '1') && (pick.selectedIndex = -1, pick.value === '')
        value: pick.value === '2' && (pick.value = '1', pick.options[0].selected) && (pick.value = 'x', pick.selectedIndex === -1)
        item: pick.item(1).value === '2' && pick.item(2) === null
        namedItem: (pick.options[0].id = 'first', pick.namedItem('first') === pick.options[0] && pick.namedItem('x') === null)
        add: (pick.add(new Option('Three', '3')), pick.add(new Option('Zero', '0'), 0), [...pick.options].map(o => o.value).join() === '0,1,2,3')
        remove: (pick.remove(0), pick.options.length === 1) && (pick.remove(), !document.contains(pick))
        Symbol.iterator: [...pick].length === 2
        \(validation(true))
        [HTMLOptionsCollection] pick.options
        add: (e.add(new Option('Three', '3')), e.length === 3)
        remove: (e.remove(0), e.length === 1 && e[0].value === '2')
        selectedIndex: e.selectedIndex === 1 && (e.selectedIndex = 0, pick.value === '1')
        length: e.length === 2 && (e.length = 1, pick.children.length === 1)
        [HTMLOptionElement] <option>
        @flag disabled defaultSelected=selected
        value: (e.text = 'a', e.value === 'a') && (e.value = 'b', e.getAttribute('value') === 'b') && e.value === 'b'
        text: (e.textContent = ' a  b ', e.text === 'a b') && (e.text = 'c', e.textContent === 'c')
        label: (e.text = 'a', e.label === 'a') && (e.label = 'b', e.getAttribute('label') === 'b') && e.label === 'b'
        selected: pick.options[1].selected === true && (pick.options[0].selected = true, pick.value === '1')
        index: pick.options[1].index === 1 && e.index === 0
        form: pick.options[0].form === form && e.form === null
        [HTMLOptGroupElement] <optgroup>
        @text label
        @flag disabled
        [HTMLLabelElement] <label>
        @text htmlFor=for
        control: caption.control === user && e.control === null
        form: caption.form === form && e.form === null
        [HTMLFieldSetElement] <fieldset>
        @text name
        @flag disabled
        elements: (e.append(user, make('i')), e.elements.length === 1 && e.elements[0] === user)
        \(validation(false).split(separator: "\n").filter { !$0.hasPrefix("labels") }.joined(separator: "\n"))
        [HTMLLegendElement] <legend>
        [HTMLDataListElement] <datalist>
        [HTMLOutputElement] <output>
        @text name
        value: (e.textContent = 'a', e.value === 'a') && (e.value = 'b', e.textContent === 'b')
        \(validation(false))
        """
    )
}
