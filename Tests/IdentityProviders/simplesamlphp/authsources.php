<?php
$config = [
    'agents' => [
        'exampleauth:UserPass',
        'sjefferson:' . getenv('IDP_PASSWORD') => [
            'uid' => ['sjefferson'],
            'user_principal' => ['sjefferson@finesse.com'],
        ],
    ],
];
