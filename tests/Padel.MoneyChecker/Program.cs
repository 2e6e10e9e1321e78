using Npgsql;
using Padel.MoneyChecker;

const int Clean = 0, Findings = 1, Usage = 64;

if (args is not [var connectionString])
{
    await Console.Error.WriteLineAsync("""
        Usage: padel-money-checker "<connection string of an administrator>"
          Reads the booking and payments schemas of a product that is at rest and prints every place where money was lost or made.
          Exit 0: none. Exit 1: at least one.
        """);
    return Usage;
}

await using var connection = new NpgsqlConnection(connectionString);
await connection.OpenAsync();
var found = await Checker.Run(connection);
foreach (var finding in found)
    await Console.Out.WriteLineAsync(finding.ToString());
await Console.Out.WriteLineAsync($"{Checker.Rules.Count} rules, {found.Count} findings");
return found.Count == 0 ? Clean : Findings;
