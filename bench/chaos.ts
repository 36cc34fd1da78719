/** `npm run chaos`: faults of every kind against a running app for minutes on end. Says honestly that it cannot yet. */
console.error("The chaos run is not available yet. `npm run bench -- backfill --fail-rate 0.2 --kills 3` tries failing calls and kills during an import.");
process.exitCode = 2;
