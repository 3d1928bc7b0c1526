<?php
// What a SimpleSAMLphp on loopback needs beyond Debian's own configuration. The values that differ from run to run
// (folders, addresses) come from the environment of the server process.
$config = array_merge($config, [
    'baseurlpath' => getenv('IDP_BASE_URL'),
    'certdir' => getenv('IDP_FOLDER') . '/cert/',
    'datadir' => getenv('IDP_FOLDER') . '/data/',
    'tempdir' => getenv('IDP_FOLDER') . '/temp/',
    'loggingdir' => getenv('IDP_FOLDER') . '/log/',
    'metadatadir' => getenv('IDP_FOLDER') . '/metadata/',
    'logging.handler' => 'file',
    'secretsalt' => getenv('IDP_SALT'),
    'auth.adminpassword' => getenv('IDP_SALT'),
    'enable.saml20-idp' => true,
    'module.enable' => ['exampleauth' => true, 'core' => true, 'saml' => true, 'consent' => true],
    'session.cookie.secure' => strpos(getenv('IDP_BASE_URL'), 'https:') === 0,
    'session.cookie.samesite' => strpos(getenv('IDP_BASE_URL'), 'https:') === 0 ? 'None' : null,
    'session.phpsession.savepath' => getenv('IDP_FOLDER') . '/sessions',
]);
