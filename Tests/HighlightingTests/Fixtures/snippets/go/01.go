package main

import (
	"context"
	"fmt"
	"os"
)

func main() {
	client := openai.NewClient(os.Getenv("OPENAI_API_KEY"))
	reply, err := client.Chat(context.Background(), `{"model": "demo"}`)
	if err != nil {
		fmt.Fprintf(os.Stderr, "chat: %v\n", err)
		os.Exit(1)
	}
	fmt.Println(reply.Choices[0].Text, 'x', 0x1F, 1.5e3)
}
