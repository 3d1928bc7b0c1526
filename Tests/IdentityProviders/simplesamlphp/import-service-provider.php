<?php
// usage: php import-service-provider.php METADATA.xml > saml20-sp-remote.php
// Lets SimpleSAMLphp's own parser read the metadata that the Identity Service publishes.
require_once '/usr/share/simplesamlphp/lib/_autoload.php';
$parsed = \SimpleSAML\Metadata\SAMLParser::parseString(file_get_contents($argv[1]))->getMetadata20SP();
$parsed['validate.authnrequest'] = true;
$parsed['ForceAuthn'] = false;
unset($parsed['entityDescriptor']);
$entity = var_export($parsed['entityid'], true);
echo '<?php', PHP_EOL;
echo '$metadata[', $entity, '] = ', var_export($parsed, true), ';', PHP_EOL;
// What somebody may have configured wrongly, on top.
echo 'require_once getenv("IDP_FOLDER") . "/variant.php";', PHP_EOL;
echo '$metadata[', $entity, '] = array_merge($metadata[', $entity, '], [', PHP_EOL;
echo '    "unsigned" => ["saml20.sign.response" => false, "saml20.sign.assertion" => false],', PHP_EOL;
echo '    "assertion-only" => ["saml20.sign.response" => false, "saml20.sign.assertion" => true],', PHP_EOL;
echo '    "wrong-name" => [', PHP_EOL;
echo '        "NameIDFormat" => "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",', PHP_EOL;
echo '        "simplesaml.nameidattribute" => "user_principal",', PHP_EOL;
echo '    ],', PHP_EOL;
echo '][variant()] ?? []);', PHP_EOL;
