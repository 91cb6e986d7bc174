// Written by scripts/control-document.mjs from control/openapi.yaml.
import type { ControlDocument } from "./control-document.ts";

/** The OpenAPI document of the control plane, in one piece. */
export const controlDocument: ControlDocument = {
  openapi: "3.1.1",
  info: {
    title: "Fairlead sandbox control plane",
    version: "1.0.0",
    summary: "Sessions, clocks, entities, jobs and the journal of a running sandbox.",
    description:
      "Every server of a sandbox answers these paths under `/__sandbox__`, beside the API that it stands for. They are for\ntests: make a session, put something into it, move its clock, look at what was asked.\n\nA session is a world of its own. A request chooses one by the header `X-Sandbox-Session`, or by the prefix\n`/__s/<id>/` before its path; without either it gets the session `default`.\n\nErrors are problem details (RFC 9457). Where a body or a parameter is wrong, `errors` names each place.\n\nA sandbox that was started with a control token wants it here too, as a bearer token. A page of another origin is\nalways refused, because the journal and the snapshots hold what a test sent.\n",
    contact: {
      name: "Fairlead",
      url: "https://www.rfc-editor.org/rfc/rfc9457",
    },
    license: {
      name: "MIT",
      identifier: "MIT",
    },
  },
  servers: [
    {
      url: "/__sandbox__",
      description: "The sandbox that this document was fetched from.",
    },
  ],
  security: [
    {
      controlToken: [],
    },
    {},
  ],
  tags: [
    {
      name: "server",
      description: "The sandbox as a whole.",
    },
    {
      name: "sessions",
      description: "Worlds side by side, each with its own entities, clock, quotas, jobs and files.",
    },
    {
      name: "snapshots",
      description: "The whole state of a session as JSON.",
    },
    {
      name: "clock",
      description: "The time of a session, which quotas, jobs, expiry and times of entities read.",
    },
    {
      name: "entities",
      description: "What a session holds, by API and resource.",
    },
    {
      name: "jobs",
      description: "How jobs of a session end.",
    },
    {
      name: "journal",
      description: "What was asked in a session, and answered, with secrets masked.",
    },
    {
      name: "webhooks",
      description: "What receivers of webhooks were told in a session, and how it went.",
    },
  ],
  paths: {
    "/health": {
      get: {
        operationId: "getHealth",
        tags: ["server"],
        summary: "Tell that the sandbox runs",
        description:
          "Needs no control token, and tells nothing else. A program that starts a sandbox waits for this.\n",
        security: [],
        responses: {
          "200": {
            description: "It runs.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Health",
                },
                examples: {
                  healthy: {
                    $ref: "#/components/examples/healthy",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/openapi.json": {
      get: {
        operationId: "getDocument",
        tags: ["server"],
        summary: "Get this document",
        description: "The OpenAPI document of the control plane in one piece.",
        responses: {
          "200": {
            description: "The document.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Document",
                },
                examples: {
                  documentShortened: {
                    $ref: "#/components/examples/documentShortened",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions": {
      get: {
        operationId: "listSessions",
        tags: ["sessions"],
        summary: "List the sessions",
        description: "All sessions in the order of their creation; the first is `default`.",
        parameters: [
          {
            $ref: "#/components/parameters/Skip",
          },
          {
            $ref: "#/components/parameters/Limit",
          },
        ],
        responses: {
          "200": {
            description: "The sessions.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/SessionPage",
                },
                examples: {
                  sessionsTwo: {
                    $ref: "#/components/examples/sessionsTwo",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      post: {
        operationId: "createSession",
        tags: ["sessions"],
        summary: "Make a session",
        description:
          "It begins as the sandbox itself did: with the seed, and nothing that was done since in another session. To begin as\nanother session stands now, fork that one.\n",
        requestBody: {
          description: "What is particular about it; without a body, nothing.",
          required: false,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/NewSession",
              },
              examples: {
                newSessionNamed: {
                  $ref: "#/components/examples/newSessionNamed",
                },
                newSessionFast: {
                  $ref: "#/components/examples/newSessionFast",
                },
              },
            },
          },
        },
        responses: {
          "201": {
            description: "The new session.",
            headers: {
              Location: {
                description: "Path of the session in the control plane.",
                required: true,
                schema: {
                  type: "string",
                },
              },
            },
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Session",
                },
                examples: {
                  sessionNew: {
                    $ref: "#/components/examples/sessionNew",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "409": {
            $ref: "#/components/responses/Conflict",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          "507": {
            $ref: "#/components/responses/Full",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}": {
      get: {
        operationId: "getSession",
        tags: ["sessions"],
        summary: "Get a session",
        description: "The session with its clock, and how much it holds.",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "200": {
            description: "The session as it stands now.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Session",
                },
                examples: {
                  sessionUsed: {
                    $ref: "#/components/examples/sessionUsed",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      delete: {
        operationId: "deleteSession",
        tags: ["sessions"],
        summary: "Remove a session",
        description:
          "It and all that it holds is gone; requests that choose it are answered 404 from then on. The session `default`\ncan't be removed, only reset.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "204": {
            description: "It is gone.",
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "409": {
            $ref: "#/components/responses/Conflict",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/fork": {
      post: {
        operationId: "forkSession",
        tags: ["sessions"],
        summary: "Fork a session",
        description:
          "Makes a session that begins as this one stands now, whatever its size, and shares nothing with it afterwards. Its\njournal begins empty.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        requestBody: {
          description: "What is particular about it; without a body, nothing.",
          required: false,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/NewSession",
              },
              examples: {
                newSessionNamed: {
                  $ref: "#/components/examples/newSessionNamed",
                },
                newSessionFast: {
                  $ref: "#/components/examples/newSessionFast",
                },
              },
            },
          },
        },
        responses: {
          "201": {
            description: "The new session.",
            headers: {
              Location: {
                description: "Path of the session in the control plane.",
                required: true,
                schema: {
                  type: "string",
                },
              },
            },
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Session",
                },
                examples: {
                  sessionNew: {
                    $ref: "#/components/examples/sessionNew",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "409": {
            $ref: "#/components/responses/Conflict",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          "507": {
            $ref: "#/components/responses/Full",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/reset": {
      post: {
        operationId: "resetSession",
        tags: ["sessions"],
        summary: "Reset a session",
        description:
          "Goes back to how the session began: entities, clock, quotas, jobs and files. Its journal is emptied.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "204": {
            description: "It is as it was in the beginning.",
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/snapshot": {
      get: {
        operationId: "getSnapshot",
        tags: ["snapshots"],
        summary: "Take a snapshot",
        description:
          "The whole state of the session as JSON: entities, clock, quotas, jobs and files, but not the journal. It can be\nkept in a file and restored into any session of a sandbox that has the same APIs.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "200": {
            description: "The snapshot.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Snapshot",
                },
                examples: {
                  snapshotSmall: {
                    $ref: "#/components/examples/snapshotSmall",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      put: {
        operationId: "restoreSnapshot",
        tags: ["snapshots"],
        summary: "Restore a snapshot",
        description:
          "The session becomes what the snapshot holds, whatever session it was taken from; its journal is emptied. A\nsnapshot of another version of the format, or of other APIs, is refused and nothing is changed. It may have up to\n256 MiB.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        requestBody: {
          description: "A snapshot.",
          required: true,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/Snapshot",
              },
              examples: {
                snapshotSmall: {
                  $ref: "#/components/examples/snapshotSmall",
                },
              },
            },
          },
        },
        responses: {
          "204": {
            description: "It is restored.",
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          "507": {
            $ref: "#/components/responses/Full",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/clock": {
      get: {
        operationId: "getClock",
        tags: ["clock"],
        summary: "Get the clock",
        description: "The time of the session, and how it moves.",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "200": {
            description: "The clock as it stands now.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Clock",
                },
                examples: {
                  clockVirtual: {
                    $ref: "#/components/examples/clockVirtual",
                  },
                  clockFast: {
                    $ref: "#/components/examples/clockFast",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      put: {
        operationId: "updateClock",
        tags: ["clock"],
        summary: "Change how the clock moves",
        description:
          "Sets the mode, the time, or both; what is absent stays. A clock never goes back, so `now` can't be earlier than\nthe session's time; to begin again, reset the session.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        requestBody: {
          description: "What changes.",
          required: true,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/ClockChange",
              },
              examples: {
                clockChangeFast: {
                  $ref: "#/components/examples/clockChangeFast",
                },
                clockChangeTime: {
                  $ref: "#/components/examples/clockChangeTime",
                },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "The clock as it stands now.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Clock",
                },
                examples: {
                  clockVirtual: {
                    $ref: "#/components/examples/clockVirtual",
                  },
                  clockFast: {
                    $ref: "#/components/examples/clockFast",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/clock/advance": {
      post: {
        operationId: "advanceClock",
        tags: ["clock"],
        summary: "Advance the clock",
        description:
          "Moves the session's time forward at once, in either mode. Jobs that end in between and quotas that are full again\nshow it at the next request.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        requestBody: {
          description: "How far.",
          required: true,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/ClockAdvance",
              },
              examples: {
                advanceDuration: {
                  $ref: "#/components/examples/advanceDuration",
                },
                advanceMilliseconds: {
                  $ref: "#/components/examples/advanceMilliseconds",
                },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "The clock as it stands now.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Clock",
                },
                examples: {
                  clockVirtual: {
                    $ref: "#/components/examples/clockVirtual",
                  },
                  clockFast: {
                    $ref: "#/components/examples/clockFast",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/entities/{api}/{type}": {
      get: {
        operationId: "listEntities",
        tags: ["entities"],
        summary: "List the entities of a resource",
        description:
          "The entities as the session stores them, in the order of their creation, with members that no answer of the API\nshows.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            $ref: "#/components/parameters/Api",
          },
          {
            $ref: "#/components/parameters/ResourceType",
          },
          {
            $ref: "#/components/parameters/Skip",
          },
          {
            $ref: "#/components/parameters/Limit",
          },
        ],
        responses: {
          "200": {
            description: "The entities.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/EntityPage",
                },
                examples: {
                  entitiesTwo: {
                    $ref: "#/components/examples/entitiesTwo",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      post: {
        operationId: "createEntities",
        tags: ["entities"],
        summary: "Put entities into a session",
        description:
          "Stores them as they are: keys and times that they have stay, those that they lack are made as for a request of the\nAPI. What the document declares of parents and uniqueness holds here too. All are stored, or none.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            $ref: "#/components/parameters/Api",
          },
          {
            $ref: "#/components/parameters/ResourceType",
          },
        ],
        requestBody: {
          description: "The entities.",
          required: true,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/NewEntities",
              },
              examples: {
                newEntitiesTwo: {
                  $ref: "#/components/examples/newEntitiesTwo",
                },
              },
            },
          },
        },
        responses: {
          "201": {
            description: "The entities as they are stored.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/EntityPage",
                },
                examples: {
                  entitiesCreated: {
                    $ref: "#/components/examples/entitiesCreated",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          "507": {
            $ref: "#/components/responses/Full",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/jobs/{api}/plan": {
      post: {
        operationId: "planJob",
        tags: ["jobs"],
        summary: "Plan how a job ends",
        description:
          "The next job that `operationId` starts, or the running job `jobId`, ends in the state `end`, as late as it would\nhave ended anyway. One job uses a plan up.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            $ref: "#/components/parameters/Api",
          },
        ],
        requestBody: {
          description: "The plan.",
          required: true,
          content: {
            "application/json": {
              schema: {
                $ref: "#/components/schemas/JobPlan",
              },
              examples: {
                planFailure: {
                  $ref: "#/components/examples/planFailure",
                },
                planOfOne: {
                  $ref: "#/components/examples/planOfOne",
                },
              },
            },
          },
        },
        responses: {
          "204": {
            description: "It is planned.",
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          "413": {
            $ref: "#/components/responses/TooLarge",
          },
          "415": {
            $ref: "#/components/responses/UnsupportedMediaType",
          },
          "422": {
            $ref: "#/components/responses/Unprocessable",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/journal": {
      get: {
        operationId: "listJournalEntries",
        tags: ["journal"],
        summary: "List what was asked",
        description:
          "The last entries that fit the filters, oldest first, and how many fit in all: with `limit=0`, a count of how often\nan operation was called. Secrets are `***` in them. The journal of each API keeps its last entries only, 10,000\nunless the sandbox was started with another limit. Requests of the control plane are not in it.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            name: "api",
            in: "query",
            description: "Only requests of this API.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
          {
            name: "operationId",
            in: "query",
            description: "Only requests that met this operation.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
          {
            name: "status",
            in: "query",
            description: "Only answers of this status, such as `404`, or of this class, such as `4xx`.",
            schema: {
              type: "string",
              pattern: "^[1-5]([0-9]{2}|[xX]{2})$",
            },
          },
          {
            name: "since",
            in: "query",
            description: "Only what happened at this time of the session's clock or later, a date-time with a zone.",
            schema: {
              type: "string",
              format: "date-time",
            },
          },
          {
            $ref: "#/components/parameters/Limit",
          },
        ],
        responses: {
          "200": {
            description: "The entries.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/JournalPage",
                },
                examples: {
                  journalTwo: {
                    $ref: "#/components/examples/journalTwo",
                  },
                  journalCount: {
                    $ref: "#/components/examples/journalCount",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
      delete: {
        operationId: "clearJournal",
        tags: ["journal"],
        summary: "Empty the journal",
        description: "Forgets what was asked of all APIs in this session; nothing else changes.",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
        ],
        responses: {
          "204": {
            description: "It is empty.",
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/journal/{entryId}": {
      get: {
        operationId: "getJournalEntry",
        tags: ["journal"],
        summary: "Get what a request was refused for",
        description:
          "One entry by its id. The answer to a request that breaks the API's document carries the id in the header\n`x-sandbox-violations`; the entry says what is broken. 404 also means that the journal has dropped it.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            name: "entryId",
            in: "path",
            required: true,
            description: "Id of the entry.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
        ],
        responses: {
          "200": {
            description: "The entry.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/JournalEntry",
                },
                examples: {
                  entryRefused: {
                    $ref: "#/components/examples/entryRefused",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/webhooks": {
      get: {
        operationId: "listDeliveries",
        tags: ["webhooks"],
        summary: "List what receivers of webhooks were told",
        description:
          "The last deliveries that fit the filters, oldest first, and how many fit in all. They tell what was sent or will\nbe, how often it was tried and with what outcome; keys of signatures are not in them. With `settled` the answer\nwaits until no attempt is under way, which takes as long as a slow receiver; attempts that wait for a later time of\nthe session's clock are not waited for.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            name: "api",
            in: "query",
            description: "Only deliveries of this API.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
          {
            name: "event",
            in: "query",
            description: "Only this event, such as `project.created`.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
          {
            name: "receiver",
            in: "query",
            description: "Only what this receiver was told; the key of the entity that asked to be told.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
          {
            name: "state",
            in: "query",
            description: "Only deliveries in this state.",
            schema: {
              enum: ["pending", "delivered", "failed", "dropped", "held"],
            },
          },
          {
            name: "settled",
            in: "query",
            description: "Whether to wait until no attempt is under way.",
            schema: {
              type: "boolean",
              default: false,
            },
          },
          {
            $ref: "#/components/parameters/Limit",
          },
        ],
        responses: {
          "200": {
            description: "The deliveries.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/DeliveryPage",
                },
                examples: {
                  deliveriesTwo: {
                    $ref: "#/components/examples/deliveriesTwo",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
    "/sessions/{id}/webhooks/{deliveryId}/replay": {
      post: {
        operationId: "replayDelivery",
        tags: ["webhooks"],
        summary: "Send something once more",
        description:
          "Makes a new delivery with the same body, to the address that the receiver has now, and sends it at once, also where\nthe sandbox sends nothing by itself. What broke the API's document is not sent this way either. 404 also means that\nthe delivery was dropped for newer ones.\n",
        parameters: [
          {
            $ref: "#/components/parameters/SessionId",
          },
          {
            name: "deliveryId",
            in: "path",
            required: true,
            description: "Id of the delivery to repeat.",
            schema: {
              type: "string",
              minLength: 1,
            },
          },
        ],
        responses: {
          "202": {
            description: "The new delivery, which is under way.",
            content: {
              "application/json": {
                schema: {
                  $ref: "#/components/schemas/Delivery",
                },
                examples: {
                  deliveryReplayed: {
                    $ref: "#/components/examples/deliveryReplayed",
                  },
                },
              },
            },
          },
          "400": {
            $ref: "#/components/responses/BadRequest",
          },
          "401": {
            $ref: "#/components/responses/Unauthorized",
          },
          "403": {
            $ref: "#/components/responses/Forbidden",
          },
          "404": {
            $ref: "#/components/responses/NotFound",
          },
          default: {
            $ref: "#/components/responses/Unexpected",
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      controlToken: {
        type: "http",
        scheme: "bearer",
        description:
          "The control token that the sandbox was started with. A sandbox without one takes requests without it.",
      },
    },
    schemas: {
      ProblemPlace: {
        description: "One place of a request that is wrong; either `pointer` or `parameter` is there.",
        type: "object",
        required: ["detail"],
        additionalProperties: false,
        properties: {
          pointer: {
            type: "string",
            description: "JSON Pointer into the body; empty for the whole.",
          },
          parameter: {
            type: "string",
            description: "Name of a path or query parameter.",
          },
          detail: {
            type: "string",
            description: "What is wrong there.",
          },
        },
      },
      Problem: {
        description: "What went wrong, as RFC 9457 has it.",
        type: "object",
        required: ["status", "title", "detail"],
        additionalProperties: false,
        properties: {
          type: {
            description: "Kind of problem for programs, such as `urn:sandbox:unknown-session`.",
            type: "string",
            format: "uri",
          },
          status: {
            type: "integer",
            minimum: 400,
            maximum: 599,
            description: "The HTTP status again.",
          },
          title: {
            type: "string",
            description: "Kind of problem, the same words for each kind.",
          },
          detail: {
            type: "string",
            description: "What was tried, what is wrong with it, and what to do.",
          },
          errors: {
            description: "Each place that is wrong, 20 at most.",
            type: "array",
            items: {
              $ref: "#/components/schemas/ProblemPlace",
            },
          },
        },
      },
      Health: {
        description: "Whether the sandbox runs.",
        type: "object",
        required: ["status"],
        additionalProperties: false,
        properties: {
          status: {
            const: "ok",
            description: "Always the same; a sandbox that does not run does not answer.",
          },
        },
      },
      Document: {
        description: "An OpenAPI document.",
        type: "object",
        required: ["openapi", "info", "paths"],
        additionalProperties: true,
        properties: {
          openapi: {
            type: "string",
            pattern: "^3\\.1\\.",
            description: "Version of OpenAPI.",
          },
          info: {
            type: "object",
            additionalProperties: true,
            description: "Title and version of the document.",
          },
          paths: {
            type: "object",
            additionalProperties: true,
            description: "The operations by path.",
          },
        },
      },
      ClockModeName: {
        description: "`virtual` stands still until it is advanced; `realtime` runs with real time at a speed.",
        enum: ["virtual", "realtime"],
      },
      ClockSpeed: {
        description:
          "Seconds of the session per second of real time; only in the mode `realtime`, and 1 when it is not said.\n",
        type: "number",
        exclusiveMinimum: 0,
        maximum: 1000000,
      },
      Clock: {
        description: "The clock of a session.",
        type: "object",
        required: ["mode", "now", "nowMs"],
        additionalProperties: false,
        properties: {
          mode: {
            $ref: "#/components/schemas/ClockModeName",
          },
          speed: {
            $ref: "#/components/schemas/ClockSpeed",
          },
          now: {
            type: "string",
            format: "date-time",
            description: "The session's time, UTC with milliseconds.",
          },
          nowMs: {
            type: "integer",
            description: "The same time in milliseconds since 1970-01-01 UTC.",
          },
        },
      },
      SessionSummary: {
        description: "A session without what it holds.",
        type: "object",
        required: ["id", "createdAt", "clock"],
        additionalProperties: false,
        properties: {
          id: {
            type: "string",
            pattern: "^[A-Za-z0-9_-]{1,64}$",
            description: "Id, for `X-Sandbox-Session` and `/__s/<id>/`.",
          },
          createdAt: {
            type: "string",
            format: "date-time",
            description: "When it was made, in real time and UTC.",
          },
          clock: {
            $ref: "#/components/schemas/Clock",
          },
        },
      },
      Total: {
        description: "How many there are in all, given or not.",
        type: "integer",
        minimum: 0,
      },
      SessionPage: {
        description: "Some of the sessions.",
        type: "object",
        required: ["sessions", "total"],
        additionalProperties: false,
        properties: {
          sessions: {
            description: "In the order of their creation.",
            type: "array",
            items: {
              $ref: "#/components/schemas/SessionSummary",
            },
          },
          total: {
            $ref: "#/components/schemas/Total",
          },
        },
      },
      ClockMode: {
        description: "How a clock moves.",
        type: "object",
        required: ["mode"],
        additionalProperties: false,
        dependentRequired: {
          speed: ["mode"],
        },
        properties: {
          mode: {
            $ref: "#/components/schemas/ClockModeName",
          },
          speed: {
            $ref: "#/components/schemas/ClockSpeed",
          },
        },
      },
      NewSession: {
        description: "How a new session differs from what it begins as.",
        type: "object",
        additionalProperties: false,
        properties: {
          id: {
            description: "Letters, digits, `-` and `_`; made up when absent. `default` and `current` are taken.",
            type: "string",
            pattern: "^(?!(default|current)$)[A-Za-z0-9_-]{1,64}$",
          },
          seed: {
            description:
              "Seed of the values that are made up, such as ids. When absent, that of the session it begins as.",
            type: "integer",
            minimum: 0,
            maximum: 4294967295,
          },
          clock: {
            $ref: "#/components/schemas/ClockMode",
          },
        },
      },
      Holdings: {
        description: "How much a session holds of one API.",
        type: "object",
        required: ["entities", "requests"],
        additionalProperties: false,
        properties: {
          entities: {
            description: "Number of entities by resource.",
            type: "object",
            additionalProperties: {
              type: "integer",
              minimum: 0,
            },
          },
          requests: {
            description: "Number of entries in the journal, which drops the oldest when it is full.",
            type: "integer",
            minimum: 0,
          },
        },
      },
      Session: {
        description: "A session and how much it holds.",
        type: "object",
        required: ["id", "createdAt", "clock", "apis"],
        additionalProperties: false,
        properties: {
          id: {
            type: "string",
            pattern: "^[A-Za-z0-9_-]{1,64}$",
            description: "Id, for `X-Sandbox-Session` and `/__s/<id>/`.",
          },
          createdAt: {
            type: "string",
            format: "date-time",
            description: "When it was made, in real time and UTC.",
          },
          clock: {
            $ref: "#/components/schemas/Clock",
          },
          apis: {
            description: "What it holds of each API, by the API's name.",
            type: "object",
            additionalProperties: {
              $ref: "#/components/schemas/Holdings",
            },
          },
        },
      },
      Entity: {
        description: "All members of a stored thing, as the API's document and its hooks have them.",
        type: "object",
        additionalProperties: true,
      },
      SnapshotType: {
        description: "The entities of one resource.",
        type: "object",
        required: ["created", "nextKey", "entities"],
        additionalProperties: false,
        properties: {
          created: {
            type: "integer",
            minimum: 0,
            description: "How many were ever created; the next one's number.",
          },
          nextKey: {
            type: "integer",
            description: "The next key, where keys are numbers in sequence.",
          },
          entities: {
            description: "Each with its number, in the order of their creation.",
            type: "array",
            items: {
              type: "array",
              minItems: 2,
              maxItems: 2,
              prefixItems: [
                {
                  type: "integer",
                  minimum: 0,
                  description: "Its number.",
                },
                {
                  $ref: "#/components/schemas/Entity",
                },
              ],
              items: false,
            },
          },
        },
      },
      SnapshotItem: {
        description: "A name and what it stands for.",
        type: "array",
        minItems: 2,
        maxItems: 2,
        prefixItems: [
          {
            type: "string",
            description: "The name.",
          },
          {
            type: "object",
            additionalProperties: true,
            description: "What it stands for.",
          },
        ],
        items: false,
      },
      SnapshotApi: {
        description: "The state of one API.",
        type: "object",
        required: ["store", "quotas", "replays", "jobs", "files"],
        additionalProperties: false,
        properties: {
          store: {
            description: "The entities by resource.",
            type: "object",
            additionalProperties: {
              $ref: "#/components/schemas/SnapshotType",
            },
          },
          quotas: {
            type: "array",
            description: "Quotas in use, by a hash of who uses them.",
            items: {
              $ref: "#/components/schemas/SnapshotItem",
            },
          },
          replays: {
            type: "array",
            description: "Answers by a hash of idempotency keys.",
            items: {
              $ref: "#/components/schemas/SnapshotItem",
            },
          },
          jobs: {
            description: "Running jobs, and the plans for those to come.",
            type: "object",
            required: ["running", "plans"],
            additionalProperties: true,
            properties: {
              running: {
                type: "array",
                description: "Running jobs by name.",
                items: {
                  $ref: "#/components/schemas/SnapshotItem",
                },
              },
              plans: {
                type: "array",
                description: "Plans, the next one first.",
                items: {
                  type: "object",
                },
              },
            },
          },
          files: {
            description: "Files with their contents, and the addresses that serve and take them.",
            type: "object",
            additionalProperties: true,
          },
        },
      },
      Snapshot: {
        description:
          "The state of a session. What the parts hold is the sandbox's own matter and may change with `format`; only the\nentities are meant to be read and edited.\n",
        type: "object",
        required: ["format", "clock", "random", "apis"],
        additionalProperties: false,
        properties: {
          format: {
            const: 1,
            description: "Version of this format; another one is refused.",
          },
          clock: {
            description: "The clock.",
            type: "object",
            required: ["at", "mode"],
            additionalProperties: false,
            properties: {
              at: {
                description: "The session's time, in milliseconds since 1970-01-01 UTC, up to the year 9999.",
                type: "integer",
                maximum: 253402300799999,
              },
              mode: {
                $ref: "#/components/schemas/ClockMode",
              },
            },
          },
          random: {
            type: "number",
            description: "Seed of the values that are made up.",
          },
          apis: {
            description: "The state of each API, by the API's name; the sandbox must have the same APIs.",
            type: "object",
            additionalProperties: {
              $ref: "#/components/schemas/SnapshotApi",
            },
          },
        },
      },
      ClockChange: {
        description: "What changes of a clock.",
        type: "object",
        minProperties: 1,
        additionalProperties: false,
        dependentRequired: {
          speed: ["mode"],
        },
        properties: {
          mode: {
            $ref: "#/components/schemas/ClockModeName",
          },
          speed: {
            $ref: "#/components/schemas/ClockSpeed",
          },
          now: {
            description: "The new time, with a zone; up to the year 9999, and not before the session's time.",
            type: "string",
            format: "date-time",
          },
        },
      },
      ClockAdvance: {
        description: "How far a clock is advanced.",
        type: "object",
        required: ["by"],
        additionalProperties: false,
        properties: {
          by: {
            description:
              "Whole milliseconds from 0, or an ISO 8601 duration from days to milliseconds such as `PT1M30S`. At most 100\nyears.\n",
            type: ["integer", "string"],
            minimum: 0,
            maximum: 3153600000000,
            pattern: "^P(?!$)(\\d{1,5}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,8}M)?(\\d{1,10}(\\.\\d{1,3})?S)?)?$",
          },
        },
      },
      EntityPage: {
        description: "Some of the entities of a resource.",
        type: "object",
        required: ["entities", "total"],
        additionalProperties: false,
        properties: {
          entities: {
            description: "In the order of their creation.",
            type: "array",
            items: {
              $ref: "#/components/schemas/Entity",
            },
          },
          total: {
            $ref: "#/components/schemas/Total",
          },
        },
      },
      NewEntities: {
        description: "Entities of one resource.",
        type: "object",
        required: ["entities"],
        additionalProperties: false,
        properties: {
          entities: {
            description: "In the order in which they count as created.",
            type: "array",
            minItems: 1,
            maxItems: 100000,
            items: {
              $ref: "#/components/schemas/Entity",
            },
          },
        },
      },
      JobPlan: {
        description:
          "How one job ends. `operationId` or `jobId` says which, not both; without either it is the next that begins.",
        type: "object",
        required: ["end"],
        additionalProperties: false,
        properties: {
          operationId: {
            type: "string",
            minLength: 1,
            description: "Operation that starts jobs; the next one is meant.",
          },
          jobId: {
            type: ["string", "integer"],
            minLength: 1,
            description: "Id of a job that is under way.",
          },
          end: {
            type: "string",
            minLength: 1,
            description: "A final state that the API's document declares for the job.",
          },
          message: {
            type: "string",
            maxLength: 2000,
            description: "What a failed job says is wrong.",
          },
        },
      },
      JournalEntry: {
        description: "A request and its answer; what is secret is `***`, and headers are not kept.",
        type: "object",
        required: ["id", "at", "realAt", "durationMs", "session", "api", "method", "path", "query", "status"],
        additionalProperties: false,
        properties: {
          id: {
            type: "string",
            description: "Id, as in the header `x-sandbox-violations`.",
          },
          at: {
            type: "integer",
            description: "Time of the session's clock, in milliseconds since 1970-01-01 UTC.",
          },
          realAt: {
            type: "integer",
            description: "Real time of the answer, in milliseconds since 1970-01-01 UTC.",
          },
          durationMs: {
            type: "number",
            minimum: 0,
            description: "Real time that the answer took, in milliseconds.",
          },
          session: {
            type: "string",
            description: "Id of the session.",
          },
          api: {
            type: "string",
            description: "Name of the API.",
          },
          operationId: {
            type: "string",
            description: "The operation; absent where the request met none.",
          },
          method: {
            type: "string",
            description: "Method in capitals.",
          },
          path: {
            type: "string",
            description: "Path without the session's prefix.",
          },
          query: {
            description: "The values of each query parameter, in their order.",
            type: "object",
            additionalProperties: {
              type: "array",
              items: {
                type: "string",
              },
            },
          },
          status: {
            type: "integer",
            minimum: 100,
            maximum: 599,
            description: "HTTP status of the answer.",
          },
          violations: {
            description: "What the request, or the answer of the sandbox itself, breaks in the API's document.",
            type: "array",
            items: {
              type: "string",
            },
          },
          requestBody: {
            description: "JSON of the request; absent where there was none, or it was refused.",
          },
          responseBody: {
            description: "JSON of the answer; absent where it was none.",
          },
          omitted: {
            description:
              "Bodies that are left out, because they have more than 8192 characters or 1000 newer entries have theirs.",
            type: "array",
            items: {
              enum: ["requestBody", "responseBody"],
            },
          },
        },
      },
      JournalPage: {
        description: "Some of the entries of a session's journal.",
        type: "object",
        required: ["entries", "total"],
        additionalProperties: false,
        properties: {
          entries: {
            description: "Oldest first.",
            type: "array",
            items: {
              $ref: "#/components/schemas/JournalEntry",
            },
          },
          total: {
            $ref: "#/components/schemas/Total",
          },
        },
      },
      DeliveryAttempt: {
        description: "One attempt to deliver.",
        type: "object",
        required: ["at", "durationMs"],
        additionalProperties: false,
        properties: {
          at: {
            type: "integer",
            description: "When it was due, on the session's clock, in milliseconds since 1970-01-01 UTC.",
          },
          durationMs: {
            type: "integer",
            minimum: 0,
            description: "How long it took, in milliseconds of real time.",
          },
          status: {
            type: "integer",
            minimum: 100,
            maximum: 599,
            description: "HTTP status; absent where no answer came.",
          },
          error: {
            type: "string",
            description: "Why no answer came, or why it does not count.",
          },
        },
      },
      Delivery: {
        description: "One event on its way to one receiver.",
        type: "object",
        required: ["id", "api", "event", "receiver", "url", "at", "state", "attempts", "body"],
        additionalProperties: false,
        properties: {
          id: {
            type: "string",
            description: "Id of the delivery.",
          },
          api: {
            type: "string",
            description: "Name of the API.",
          },
          event: {
            type: "string",
            description: "Name of the event.",
          },
          receiver: {
            type: "string",
            description: "Key of the entity that asked to be told.",
          },
          url: {
            type: "string",
            description: "Its address; user, password and the values of its query are masked.",
          },
          at: {
            type: "integer",
            description: "When the event happened, on the session's clock, in milliseconds since 1970-01-01 UTC.",
          },
          state: {
            description:
              "`pending`: attempts follow. `delivered`: the receiver took it. `failed`: no attempt is left, or the event can't be\nsent at all. `dropped`: the receiver is gone. `held`: the sandbox sends nothing by itself.\n",
            enum: ["pending", "delivered", "failed", "dropped", "held"],
          },
          attempts: {
            description: "What was tried, oldest first.",
            type: "array",
            items: {
              $ref: "#/components/schemas/DeliveryAttempt",
            },
          },
          nextAt: {
            type: "integer",
            description: "When the next attempt is due, on the session's clock, in milliseconds since 1970-01-01 UTC.",
          },
          body: {
            description: "What is sent, as JSON.",
          },
          replayOf: {
            type: "string",
            description: "The delivery that this one repeats.",
          },
          error: {
            type: "string",
            description: "Why nothing is sent, where the event itself is at fault.",
          },
        },
      },
      DeliveryPage: {
        description: "Some of what receivers of webhooks were told in a session.",
        type: "object",
        required: ["deliveries", "total"],
        additionalProperties: false,
        properties: {
          deliveries: {
            description: "Oldest first.",
            type: "array",
            items: {
              $ref: "#/components/schemas/Delivery",
            },
          },
          total: {
            $ref: "#/components/schemas/Total",
          },
        },
      },
    },
    examples: {
      unexpected: {
        summary: "A fault of the sandbox",
        value: {
          type: "urn:sandbox:failed",
          status: 500,
          title: "The sandbox failed",
          detail:
            "The sandbox itself failed at GET /__sandbox__/sessions; the request is not at fault. Its own words: the shelf is broken",
        },
      },
      healthy: {
        summary: "A running sandbox",
        value: {
          status: "ok",
        },
      },
      brokenJson: {
        summary: "A body that is no JSON",
        value: {
          type: "urn:sandbox:unreadable",
          status: 400,
          title: "The request can't be read",
          detail:
            'advanceClock: The body is malformed JSON at position 1 (line 1, column 2): "b" does not belong there. Send JSON as application/json.',
        },
      },
      wrongParameter: {
        summary: "A query parameter out of its range",
        value: {
          type: "urn:sandbox:unreadable",
          status: 400,
          title: "The request can't be read",
          detail:
            "listSessions takes other parameters: limit must be <= 10000. GET /__sandbox__/openapi.json has what it takes.",
          errors: [
            {
              parameter: "limit",
              detail: "must be <= 10000",
            },
          ],
        },
      },
      foreignOrigin: {
        summary: "A page of another origin",
        value: {
          type: "urn:sandbox:foreign-origin",
          status: 403,
          title: "Pages of other origins have no access",
          detail:
            "The request has the Origin https://page.example.com, and the sandbox is http://127.0.0.1:4010. Ask from a program, or from a page of the same origin.",
        },
      },
      documentShortened: {
        summary: "The document with nearly everything left out",
        value: {
          openapi: "3.1.1",
          info: {
            title: "Fairlead sandbox control plane",
            version: "1.0.0",
          },
          paths: {},
        },
      },
      missingToken: {
        summary: "No control token",
        value: {
          type: "urn:sandbox:missing-token",
          status: 401,
          title: "The control token is missing",
          detail: "Send the control token that the sandbox was started with, as Authorization: Bearer <token>.",
        },
      },
      sessionsTwo: {
        summary: "The default session and one of a test",
        value: {
          sessions: [
            {
              id: "default",
              createdAt: "2026-11-02T08:15:30.120Z",
              clock: {
                mode: "virtual",
                now: "2026-01-01T00:00:00.000Z",
                nowMs: 1767225600000,
              },
            },
            {
              id: "opening-hours",
              createdAt: "2026-11-02T08:15:31.004Z",
              clock: {
                mode: "realtime",
                speed: 60,
                now: "2026-01-01T00:04:10.500Z",
                nowMs: 1767225850500,
              },
            },
          ],
          total: 2,
        },
      },
      newSessionNamed: {
        summary: "A session with a name of its own",
        value: {
          id: "opening-hours",
        },
      },
      newSessionFast: {
        summary: "A session in which a minute passes each second",
        value: {
          seed: 7,
          clock: {
            mode: "realtime",
            speed: 60,
          },
        },
      },
      sessionNew: {
        summary: "A session that nobody has used",
        value: {
          id: "opening-hours",
          createdAt: "2026-11-02T08:15:31.004Z",
          clock: {
            mode: "virtual",
            now: "2026-01-01T00:00:00.000Z",
            nowMs: 1767225600000,
          },
          apis: {
            museum: {
              entities: {
                Hall: 3,
                Exhibit: 12,
              },
              requests: 0,
            },
          },
        },
      },
      takenId: {
        summary: "An id that another session has",
        value: {
          type: "urn:sandbox:session-exists",
          status: 409,
          title: "The session exists",
          detail:
            'There is a session "opening-hours" already. Take another id, leave it out to get one made, or remove that session first.',
        },
      },
      keptSession: {
        summary: "The session that can't be removed",
        value: {
          type: "urn:sandbox:session-stays",
          status: 409,
          title: "The session stays",
          detail:
            "The session default can't be removed. POST /__sandbox__/sessions/default/reset puts it back to its beginning.",
        },
      },
      tooLarge: {
        summary: "A body over the limit",
        value: {
          type: "urn:sandbox:too-large",
          status: 413,
          title: "The body is too large",
          detail:
            "createEntities: The body has 20000000 bytes; a JSON body may have at most 10485760 bytes. Send less at once, or start the sandbox with a higher limits.jsonBytes.",
        },
      },
      notJson: {
        summary: "A body that is said to be text",
        value: {
          type: "urn:sandbox:not-json",
          status: 415,
          title: "The body is no JSON",
          detail:
            "advanceClock: The Content-Type is text/plain; this operation takes application/json. Send JSON as application/json.",
        },
      },
      wrongBody: {
        summary: "A body without what it needs",
        value: {
          type: "urn:sandbox:wrong-body",
          status: 422,
          title: "The body can't be used",
          detail: "advanceClock takes other JSON: the body lacks by. GET /__sandbox__/openapi.json has what it takes.",
          errors: [
            {
              pointer: "",
              detail: "lacks by",
            },
          ],
        },
      },
      earlierTime: {
        summary: "A time that is over",
        value: {
          type: "urn:sandbox:wrong-body",
          status: 422,
          title: "The body can't be used",
          detail:
            "updateClock takes another body; /now: a clock never goes back, and it is 2026-01-01T00:01:00.000Z already; reset the session to begin again. Nothing is changed.",
          errors: [
            {
              pointer: "/now",
              detail:
                "a clock never goes back, and it is 2026-01-01T00:01:00.000Z already; reset the session to begin again",
            },
          ],
        },
      },
      otherSnapshot: {
        summary: "A snapshot of another version",
        value: {
          type: "urn:sandbox:wrong-body",
          status: 422,
          title: "The body can't be used",
          detail:
            "restoreSnapshot takes other JSON: /format must be 1. GET /__sandbox__/openapi.json has what it takes.",
          errors: [
            {
              pointer: "/format",
              detail: "must be 1",
            },
          ],
        },
      },
      tooManySessions: {
        summary: "As many sessions as the sandbox holds",
        value: {
          type: "urn:sandbox:limit",
          status: 507,
          title: "A limit of the sandbox is reached",
          detail:
            "The sandbox holds at most 10000 sessions besides the default one. Reset or remove what is not needed, or start it with a higher limits.sessions.",
        },
      },
      sessionUsed: {
        summary: "A session that a test has asked for this and that",
        value: {
          id: "opening-hours",
          createdAt: "2026-11-02T08:15:31.004Z",
          clock: {
            mode: "virtual",
            now: "2026-01-01T00:01:00.000Z",
            nowMs: 1767225660000,
          },
          apis: {
            museum: {
              entities: {
                Hall: 3,
                Exhibit: 13,
              },
              requests: 8,
            },
          },
        },
      },
      unknownSession: {
        summary: "A session that does not exist",
        value: {
          type: "urn:sandbox:unknown-session",
          status: 404,
          title: "Unknown session",
          detail:
            'There is no session "opening-hour" among the 2 of this sandbox. Make it with POST /__sandbox__/sessions.',
        },
      },
      unknownApi: {
        summary: "An API that the sandbox does not have",
        value: {
          type: "urn:sandbox:unknown-api",
          status: 404,
          title: "Unknown API",
          detail: 'There is no API "musuem"; this sandbox has museum.',
        },
      },
      snapshotSmall: {
        summary: "A session with two halls, in which nothing else has happened",
        value: {
          format: 1,
          clock: {
            at: 1767225660000,
            mode: {
              mode: "virtual",
            },
          },
          random: 1,
          apis: {
            museum: {
              store: {
                Hall: {
                  created: 2,
                  nextKey: 3,
                  entities: [
                    [
                      0,
                      {
                        id: 1,
                        name: "Harbour",
                        floor: 0,
                      },
                    ],
                    [
                      1,
                      {
                        id: 2,
                        name: "Attic",
                        floor: 3,
                      },
                    ],
                  ],
                },
              },
              quotas: [],
              replays: [],
              jobs: {
                running: [],
                plans: [],
              },
              files: {
                contents: {},
                files: [],
                downloads: {},
                uploads: {},
                received: {},
              },
            },
          },
        },
      },
      clockVirtual: {
        summary: "A clock that stands still",
        value: {
          mode: "virtual",
          now: "2026-01-01T00:01:00.000Z",
          nowMs: 1767225660000,
        },
      },
      clockFast: {
        summary: "A clock that shows a minute more each second",
        value: {
          mode: "realtime",
          speed: 60,
          now: "2026-01-01T00:04:10.500Z",
          nowMs: 1767225850500,
        },
      },
      clockChangeFast: {
        summary: "From now on, a minute each second",
        value: {
          mode: "realtime",
          speed: 60,
        },
      },
      clockChangeTime: {
        summary: "A later time, and the same mode",
        value: {
          now: "2026-03-29T00:59:59.000Z",
        },
      },
      advanceDuration: {
        summary: "A minute",
        value: {
          by: "PT1M",
        },
      },
      advanceMilliseconds: {
        summary: "A second and a half",
        value: {
          by: 1500,
        },
      },
      entitiesTwo: {
        summary: "Two halls of a museum",
        value: {
          entities: [
            {
              id: 1,
              name: "Harbour",
              floor: 0,
            },
            {
              id: 2,
              name: "Attic",
              floor: 3,
            },
          ],
          total: 2,
        },
      },
      newEntitiesTwo: {
        summary: "One hall with a key of its own and one without",
        value: {
          entities: [
            {
              id: 40,
              name: "Cellar",
              floor: -1,
            },
            {
              name: "Yard",
              floor: 0,
            },
          ],
        },
      },
      entitiesCreated: {
        summary: "The same halls when they are stored",
        value: {
          entities: [
            {
              id: 40,
              name: "Cellar",
              floor: -1,
            },
            {
              id: 41,
              name: "Yard",
              floor: 0,
            },
          ],
          total: 4,
        },
      },
      planFailure: {
        summary: "The next restoration fails",
        value: {
          operationId: "startRestoration",
          end: "failed",
          message: "The varnish does not come off",
        },
      },
      planOfOne: {
        summary: "A restoration that is under way ends well",
        value: {
          jobId: 12,
          end: "done",
        },
      },
      journalTwo: {
        summary: "A request that was answered, and one that met no operation",
        value: {
          entries: [
            {
              id: "mhf2k1-1",
              at: 1767225600000,
              realAt: 1793607331004,
              durationMs: 1.25,
              session: "opening-hours",
              api: "museum",
              operationId: "createExhibit",
              method: "POST",
              path: "/api/halls/1/exhibits",
              query: {
                notify: ["true"],
              },
              status: 201,
              requestBody: {
                title: "Anchor",
                loanPassword: "***",
              },
              responseBody: {
                id: 13,
                title: "Anchor",
              },
            },
            {
              id: "mhf2k1-2",
              at: 1767225600000,
              realAt: 1793607331009,
              durationMs: 0.31,
              session: "opening-hours",
              api: "museum",
              method: "GET",
              path: "/api/hallways",
              query: {},
              status: 404,
              responseBody: {
                error: "No operation has the path /api/hallways",
              },
            },
          ],
          total: 2,
        },
      },
      journalCount: {
        summary: "A count alone, with `limit=0`",
        value: {
          entries: [],
          total: 8,
        },
      },
      entryRefused: {
        summary: "A request that breaks the API's document",
        value: {
          id: "mhf2k1-3",
          at: 1767225660000,
          realAt: 1793607332115,
          durationMs: 0.84,
          session: "opening-hours",
          api: "museum",
          operationId: "listExhibits",
          method: "GET",
          path: "/api/exhibits",
          query: {
            limit: ["many"],
          },
          status: 400,
          violations: ['query limit must be integer (it is "many")'],
          responseBody: {
            error: 'query limit must be integer (it is "many")',
          },
        },
      },
      deliveriesTwo: {
        summary: "One was taken, the other waits for its second attempt",
        value: {
          deliveries: [
            {
              id: "museum-1",
              api: "museum",
              event: "exhibit.opened",
              receiver: "7",
              url: "https://hooks.example.com/museum",
              at: 1767225600000,
              state: "delivered",
              attempts: [
                {
                  at: 1767225600000,
                  durationMs: 12,
                  status: 204,
                },
              ],
              body: {
                event: "exhibit.opened",
                exhibit: 3,
              },
            },
            {
              id: "museum-2",
              api: "museum",
              event: "exhibit.closed",
              receiver: "7",
              url: "https://hooks.example.com/museum",
              at: 1767225660000,
              state: "pending",
              attempts: [
                {
                  at: 1767225660000,
                  durationMs: 3,
                  error: "ECONNREFUSED",
                },
              ],
              nextAt: 1767225720000,
              body: {
                event: "exhibit.closed",
                exhibit: 3,
              },
            },
          ],
          total: 2,
        },
      },
      deliveryReplayed: {
        summary: "The first one again",
        value: {
          id: "museum-3",
          api: "museum",
          event: "exhibit.opened",
          receiver: "7",
          url: "https://hooks.example.com/museum",
          at: 1767225600000,
          state: "pending",
          attempts: [],
          body: {
            event: "exhibit.opened",
            exhibit: 3,
          },
          nextAt: 1767225720000,
          replayOf: "museum-1",
        },
      },
    },
    responses: {
      Unexpected: {
        description: "The sandbox itself failed.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              unexpected: {
                $ref: "#/components/examples/unexpected",
              },
            },
          },
        },
      },
      BadRequest: {
        description:
          "The request can't be read. Its JSON or percent-encoding is broken, or a parameter is wrong or unknown.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              brokenJson: {
                $ref: "#/components/examples/brokenJson",
              },
              wrongParameter: {
                $ref: "#/components/examples/wrongParameter",
              },
            },
          },
        },
      },
      Forbidden: {
        description: "The request comes from a page of another origin, or names a host that is not this machine.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              foreignOrigin: {
                $ref: "#/components/examples/foreignOrigin",
              },
            },
          },
        },
      },
      Unauthorized: {
        description: "The sandbox has a control token, and the request has none or another.",
        headers: {
          "WWW-Authenticate": {
            description: "The scheme to use.",
            required: true,
            schema: {
              const: "Bearer",
            },
          },
        },
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              missingToken: {
                $ref: "#/components/examples/missingToken",
              },
            },
          },
        },
      },
      Conflict: {
        description: "What is there already forbids it.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              takenId: {
                $ref: "#/components/examples/takenId",
              },
              keptSession: {
                $ref: "#/components/examples/keptSession",
              },
            },
          },
        },
      },
      TooLarge: {
        description: "The body is larger than the sandbox takes.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              tooLarge: {
                $ref: "#/components/examples/tooLarge",
              },
            },
          },
        },
      },
      UnsupportedMediaType: {
        description: "The body is said to be something other than JSON.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              notJson: {
                $ref: "#/components/examples/notJson",
              },
            },
          },
        },
      },
      Unprocessable: {
        description: "The body is JSON, but not what is asked for, or can't be done. Nothing is changed.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              wrongBody: {
                $ref: "#/components/examples/wrongBody",
              },
              earlierTime: {
                $ref: "#/components/examples/earlierTime",
              },
              otherSnapshot: {
                $ref: "#/components/examples/otherSnapshot",
              },
            },
          },
        },
      },
      Full: {
        description: "A limit of the sandbox is reached. Nothing is changed.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              tooManySessions: {
                $ref: "#/components/examples/tooManySessions",
              },
            },
          },
        },
      },
      NotFound: {
        description: "Something that the path names does not exist.",
        content: {
          "application/problem+json": {
            schema: {
              $ref: "#/components/schemas/Problem",
            },
            examples: {
              unknownSession: {
                $ref: "#/components/examples/unknownSession",
              },
              unknownApi: {
                $ref: "#/components/examples/unknownApi",
              },
            },
          },
        },
      },
    },
    parameters: {
      Skip: {
        name: "skip",
        in: "query",
        description: "How many are left out before the first.",
        schema: {
          type: "integer",
          minimum: 0,
          default: 0,
        },
      },
      Limit: {
        name: "limit",
        in: "query",
        description: "How many are given at most; with 0 only the total is told.",
        schema: {
          type: "integer",
          minimum: 0,
          maximum: 10000,
          default: 100,
        },
      },
      SessionId: {
        name: "id",
        in: "path",
        required: true,
        description:
          "Id of the session; `default` is the one that requests without a session get, `current` the one that this request\nchose by `X-Sandbox-Session` or `/__s/<id>/`.\n",
        schema: {
          type: "string",
          minLength: 1,
          maxLength: 64,
        },
      },
      Api: {
        name: "api",
        in: "path",
        required: true,
        description: "Name of the API, as the sandbox was started with it.",
        schema: {
          type: "string",
          minLength: 1,
        },
      },
      ResourceType: {
        name: "type",
        in: "path",
        required: true,
        description: "Name of the resource, as the API's document declares it.",
        schema: {
          type: "string",
          minLength: 1,
        },
      },
    },
  },
};
