curl --fail-with-body --silent --show-error --max-time 60 \
  --header "Authorization: Bearer $OPENAI_API_KEY" \
  --header "Content-Type: application/json" \
  --data '{"model": "demo", "messages": []}' \
  "$OPENAI_BASE_URL/chat/completions"
