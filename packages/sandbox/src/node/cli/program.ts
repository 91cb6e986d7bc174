import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { CommandError } from "./command-error.ts";
import { type ServeOptions, serve } from "./serve.ts";

const examples = `
Examples:
  $ fairlead-sandbox serve --api @fairlead/museum/sandbox --port 4010
  $ fairlead-sandbox serve --api ./museum.ts --api annex=./annex.ts --clock x60 --quotas=paid
`;

/**
 * Runs the command. The process goes on while it serves, and ends with 0 at SIGINT or SIGTERM; a failure is one line on
 * stderr and the code 1, wrong usage the code 2.
 */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await program().parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2; // commander has printed it
    } else if (error instanceof CommandError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}

function program(): Command {
  const command = new Command("fairlead-sandbox")
    .description("Mocks with memory of HTTP APIs.")
    .exitOverride()
    .showSuggestionAfterError(false);
  command
    .command("serve")
    .description("Serve APIs until Ctrl-C, each on its own port.")
    .requiredOption(
      "--api <module>",
      "package or file whose default export is an API; [name=]module, may be repeated",
      collect,
    )
    .addOption(
      new Option("--port <number>", "port of the first API; the next ones follow; 0: free ones")
        .argParser(port)
        .default(4010),
    )
    .option("--host <address>", "address to listen on; others than loopback need a control token", "127.0.0.1")
    .option("--clock <mode>", "real, x60 (sixty times as fast), virtual (moves by the control plane alone)", "real")
    .addOption(new Option("--seed <number>", "what made-up values depend on").argParser(wholeNumber).default(1))
    .option("--quotas [tier]", "let quotas refuse requests; the tier is that of all tokens")
    .addOption(
      new Option("--webhooks <what>", "post events, or keep them; default: hold on a host open to the network").choices(
        ["send", "hold"],
      ),
    )
    .option("--control-token-file <file>", "file with the token that the control plane asks for")
    .addHelpText("after", examples)
    .action((options: ServeOptions) => serve(options));
  return command;
}

function collect(value: string, others: readonly string[] = []): readonly string[] {
  return [...others, value];
}

function port(text: string): number {
  const value = wholeNumber(text);
  if (value > 65_535) throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
  return value;
}

function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 0.");
}
