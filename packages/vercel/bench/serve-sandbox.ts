// Serves the sandbox for the bench: node serve-sandbox.ts <projects of the team acme>. Prints its address.
import { startSandbox } from "@fairlead/sandbox";
import { keepMemorySmall } from "@fairlead/sandbox/node";
import vercel from "@fairlead/vercel/sandbox";

keepMemorySmall(); // as the command fairlead-sandbox does
const [projects = "0"] = process.argv.slice(2);
const sandbox = await startSandbox({ apis: { vercel }, clock: "real", quotas: false, answers: "report" });
const { store, url } = sandbox.api.vercel;
const [first] = store.list("Project", { name: "harbour-site" });
const count = () => store.list("Project", { accountId: first?.accountId }).length;
while (count() < Number(projects)) store.create("Project", { ...first, id: undefined, name: `spare-${count()}` });
await claimable("example.net");
console.log(url);
process.on("SIGTERM", () => void sandbox.close().then(() => process.exit(0)));

/** Sets the record by which the team `acme` may take a domain that another team has. */
async function claimable(name: string): Promise<void> {
  const headers = { authorization: "Bearer bench-token-1" };
  const answer = await fetch(`${url}/v9/domains/${name}/verification?slug=acme`, { headers });
  const { txtRecord } = (await answer.json()) as { readonly txtRecord: string };
  const domain = store.get("Domain", name);
  if (domain !== undefined) store.update("Domain", domain, { dns: { txt: [txtRecord] } });
}
