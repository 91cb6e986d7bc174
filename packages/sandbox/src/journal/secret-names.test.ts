import { expect, test } from "vitest";
import { endsAsSecret, isSecretName, isSecretText } from "./secret-names.ts";

test.each(
  "token accessToken access_token ACCESS_TOKEN refreshTokens x-auth-token password newPassword passwordHash passwd pwd client_secret clientSecret apiKey api_key x-api-key APIKey apikey apiKeys Authorization Proxy-Authorization Cookie Set-Cookie signature X-Amz-Signature sig privateKey awsSecretAccessKey jwt idJWT credentials passphrase bearerToken".split(
    " ",
  ),
)("%s is the name of a secret", (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(
  "title key keyboard monkey author authors design signal secretary passenger idempotency-key sortKey publicKey tokenizer cookieless id compass".split(
    " ",
  ),
)("%s is not", (name) => {
  expect(isSecretName(name)).toBe(false);
});

test("A number is taken for a secret only where the name ends as one", () => {
  expect(["pin", "tokenCount", "passwordLength"].filter(endsAsSecret)).toEqual([]);
  expect(["password", "user_token", "apiKey"].filter(endsAsSecret)).toHaveLength(3);
});

test("Credentials and signed JSON tokens are known by their form", () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP";
  expect(["Bearer abcdef", "basic dXNlcjpwYXNz", jwt].filter(isSecretText)).toHaveLength(3);
  expect(["Bearer", "the bearer token", "eyJust.kidding", "v1.2.3"].filter(isSecretText)).toEqual([]);
});
