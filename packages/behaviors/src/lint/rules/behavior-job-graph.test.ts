import { describeRule } from "../../../test/describe-rule.ts";

describeRule("fairlead/behavior-job-graph", {
  "a state that cannot be reached": {
    edits: [["next: [complete, failed]", "next: [complete]"]],
    at: ["behaviors.yaml", "failed: {"],
    says: "tour: no way leads from running to failed",
  },
  "a state without a way to an end": {
    edits: [["next: [complete, failed], after", "next: [running], after"]],
    at: ["behaviors.yaml", "running: {"],
    says: "tour: no way leads from running to an end",
  },
  "a next state that is none": {
    edits: [["next: [complete, failed]", "next: [complete, failed, lost]"]],
    at: ["behaviors.yaml", "lost]"],
    says: "tour has no state lost",
  },
  "a job that can only fail": {
    edits: [["{ end: success, result: /data }", "{ end: failure }"]],
    at: ["behaviors.yaml", "states:"],
    says: "tour can never succeed",
  },
  "a state that the server's enum does not have": {
    edits: [["enum: [running, complete, failed]", "enum: [running, complete]"]],
    at: ["behaviors.yaml", "failed: {"],
    says: "tour: failed is not in the enum at /status of getTour",
  },
});
