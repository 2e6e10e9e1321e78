using Dapper;
using Npgsql;

namespace Padel.MoneyChecker;

/// <summary>
/// Looks at the tables alone, in one snapshot, and trusts no running total. The product must be at rest: its outboxes and inboxes empty and
/// its gateways quiet, or money that is on its way looks lost.
/// </summary>
public static class Checker
{
    private const int ShownPerRule = 20;

    public static IReadOnlyList<Rule> Rules { get; } = [.. LedgerRules.All, .. PaymentRules.All, .. BookingRules.All, .. PaperRules.All];

    public static async Task<IReadOnlyList<Finding>> Run(NpgsqlConnection connection)
    {
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await Run(snapshot);
    }

    /// <summary>The same as a transaction sees it that has not committed.</summary>
    public static async Task<IReadOnlyList<Finding>> Run(NpgsqlTransaction snapshot)
    {
        var connection = snapshot.Connection!; // a transaction in use has its connection
        var findings = new List<Finding>();
        foreach (var rule in Rules)
        {
            var rows = await connection.QueryAsync<(string Subject, string Detail)>($"select * from ({rule.Sql}) broken limit {ShownPerRule}", transaction: snapshot);
            findings.AddRange(rows.Select(row => new Finding(rule.Name, row.Subject, row.Detail)));
        }

        return findings;
    }
}
