using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>What a person wants on their receipts beside the name. Receipts issued before keep what they say.</summary>
internal sealed record ReceiptDetails(string? CompanyName = null, string? TaxNumber = null, string? Address = null)
{
    private const int MaxName = 120;
    private const int MaxNumber = 30;
    private const int MaxAddress = 200;

    public static async Task<ReceiptDetails> Find(NpgsqlConnection connection, Guid playerId) =>
        await connection.QuerySingleOrDefaultAsync<ReceiptDetails>(
            "select company_name as CompanyName, tax_number as TaxNumber, address as Address from receipt_details where player_id = @playerId",
            new { playerId }) ?? new ReceiptDetails();

    public ReceiptDetails Trimmed() => new(Blank(CompanyName), Blank(TaxNumber), Blank(Address));

    public Error? Invalid()
    {
        var problems = Problems().ToArray();
        return problems.Length > 0 ? RequestErrors.Invalid(problems) : null;
    }

    private IEnumerable<(string Field, string Message)> Problems()
    {
        foreach (var (field, text, most) in new[] { ("companyName", CompanyName, MaxName), ("taxNumber", TaxNumber, MaxNumber), ("address", Address, MaxAddress) })
        {
            if (text?.Length > most || (text?.Any(char.IsControl) ?? false))
                yield return (field, $"One line of at most {most} characters.");
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
