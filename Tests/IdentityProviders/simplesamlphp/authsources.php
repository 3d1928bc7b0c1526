<?php
require_once getenv('IDP_FOLDER') . '/variant.php';
$config = [
    'agents' => [
        'exampleauth:UserPass',
        'sjefferson:' . getenv('IDP_PASSWORD') => array_filter([
            'uid' => variant() === 'no-uid' ? null : ['sjefferson'],
            'user_principal' => variant() === 'no-user-principal' ? null : ['sjefferson@finesse.com'],
        ]),
    ],
];
