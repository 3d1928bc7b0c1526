<?php
// Whoever the web server has let in by a ticket, by the name before the realm; there is no form.
$user = strtok($_SERVER['REMOTE_USER'] ?? '', '@');
$config = [
    'agents' => [
        'exampleauth:StaticSource',
        'uid' => [$user],
        'user_principal' => [$user . '@finesse.com'],
    ],
];
