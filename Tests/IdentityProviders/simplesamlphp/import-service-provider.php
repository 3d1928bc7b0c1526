<?php
// usage: php import-service-provider.php METADATA.xml > saml20-sp-remote.php
// Lets SimpleSAMLphp's own parser read the metadata that the Identity Service publishes.
require_once '/usr/share/simplesamlphp/lib/_autoload.php';
$parsed = \SimpleSAML\Metadata\SAMLParser::parseString(file_get_contents($argv[1]))->getMetadata20SP();
$parsed['validate.authnrequest'] = true;
$parsed['ForceAuthn'] = false;
unset($parsed['entityDescriptor']);
echo '<?php', PHP_EOL, '$metadata[', var_export($parsed['entityid'], true), '] = ', var_export($parsed, true), ';', PHP_EOL;
