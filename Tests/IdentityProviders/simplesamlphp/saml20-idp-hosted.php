<?php
// The identity provider's own description: it signs the message and the assertion, and names people by a transient id.
$metadata['__DYNAMIC:1__'] = [
    'host' => '__DEFAULT__',
    'privatekey' => 'idp.key',
    'certificate' => 'idp.crt',
    'auth' => 'agents',
    'saml20.sign.response' => true,
    'saml20.sign.assertion' => true,
    'NameIDFormat' => 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
    'authproc' => getenv('IDP_CONSENT') ? [90 => ['class' => 'consent:Consent', 'focus' => 'yes']] : [],
];
