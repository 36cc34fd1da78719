/** Where the events API is described, from the address of its endpoint. */
export const openApiAddress = (endpoint: string): string => (URL.canParse(endpoint) ? new URL("/api/v1/openapi.json", endpoint).href : "/api/v1/openapi.json");

/** A first request to the events API, for a POSIX shell with curl and openssl, signed as Standard Webhooks 1.0 signs. The secret is left for the reader to put in. */
export const eventsExample = ({ url, keyId }: { readonly url: string; readonly keyId: string | null }): string => `KEY_ID='${keyId ?? "your key id"}'
SECRET='your secret'
BODY='{"events":[{"id":"pick-1001","type":"picked","occurred_at":"'$(date -u +%Y-%m-%dT%H:%M:%SZ)'","order":{"name":"#1001"}}]}'
ID="msg-$(date +%s)"; AT=$(date +%s)
KEY=$(printf '%s' "\${SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \\n')
SIGNATURE=$(printf '%s.%s.%s' "$ID" "$AT" "$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)
curl -X POST '${url}' -H 'content-type: application/json' \\
  -H "hither-key: $KEY_ID" -H "webhook-id: $ID" -H "webhook-timestamp: $AT" \\
  -H "webhook-signature: v1,$SIGNATURE" --data "$BODY"`;
