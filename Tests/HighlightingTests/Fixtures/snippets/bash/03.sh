export OPENAI_BASE_URL="https://gateway.example.com/v1"
export MODEL=demo-fast
read -r -s OPENAI_API_KEY
export OPENAI_API_KEY
curl -sS "$OPENAI_BASE_URL/models" -H "Authorization: Bearer $OPENAI_API_KEY"
