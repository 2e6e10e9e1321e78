namespace Padel.Payments.Transfers.Statements;

/// <summary>Which column of a bank's CSV is what, guessed from its headings: every bank has its own.</summary>
internal sealed record StatementColumns
{
    private static readonly string[] DateNames = ["transaction date", "txn date", "tran date", "booking date", "posting date", "post date", "date", "value date"];
    private static readonly string[] CreditNames = ["credit", "credit amount", "credits", "deposit", "deposits", "paid in", "money in", "cr"];
    private static readonly string[] DebitNames = ["debit", "debit amount", "debits", "withdrawal", "withdrawals", "paid out", "money out", "dr"];
    private static readonly string[] AmountNames = ["amount", "transaction amount", "txn amount"];
    private static readonly string[] SideNames = ["dr/cr", "cr/dr", "type", "transaction type", "d/c"];
    private static readonly string[] SenderNames = ["sender", "sender name", "from", "payer", "from account", "account title", "counterparty", "name"];
    private static readonly string[] BalanceNames = ["balance", "running balance", "closing balance", "available balance"];

    private static readonly string[] TextNames =
    [
        "description", "narration", "particulars", "details", "transaction details", "remarks", "reference", "ref", "reference no", "reference number",
        "transaction id", "txn id", "stan", "rrn", "instrument no", "cheque no",
    ];

    public required int Date { get; init; }

    /// <summary>A column of credits only.</summary>
    public int? Credit { get; init; }

    public int? Debit { get; init; }

    /// <summary>A column of both, told apart by sign or by <see cref="Side"/>.</summary>
    public int? Amount { get; init; }
    public int? Side { get; init; }
    public int? Sender { get; init; }
    public int? Balance { get; init; }
    public IReadOnlyList<int> Texts { get; init; } = [];

    /// <returns>Null when the row is no heading: it needs a date and an amount.</returns>
    public static StatementColumns? Of(string[] row)
    {
        var names = row.Select(Plain).ToArray();
        if (Find(names, DateNames) is not { } date)
            return null;
        var columns = new StatementColumns
        {
            Date = date, Credit = Find(names, CreditNames), Debit = Find(names, DebitNames), Amount = Find(names, AmountNames), Side = Find(names, SideNames),
            Sender = Find(names, SenderNames), Balance = Find(names, BalanceNames),
            Texts = [.. Enumerable.Range(0, names.Length).Where(i => TextNames.Contains(names[i]))],
        };
        return columns.Credit is null && columns.Amount is null ? null : columns;
    }

    private static int? Find(string[] names, string[] wanted) =>
        wanted.Select(name => Array.IndexOf(names, name)).FirstOrDefault(index => index >= 0, -1) is >= 0 and var found ? found : null;

    // "Credit (PKR)", "Credit Amount - Rs." and "VALUE_DATE" are what they begin with.
    private static string Plain(string heading)
    {
        var words = heading.Replace('_', ' ').Split('(')[0].ToLowerInvariant().Replace('.', ' ').Split([' ', '\t', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word is not ("rs" or "pkr" or "-")));
    }
}
