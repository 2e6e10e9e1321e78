using Dapper;
using Npgsql;

namespace Padel.Payments.Settings;

/// <summary>Clubs and the settings of their money, in their rows.</summary>
internal static class ClubMoneyRows
{
    private const string Columns =
        """
        club_id as ClubId, slug as Slug, name as Name, time_zone as TimeZone, currency as Currency, methods as Methods,
        settings_version as SettingsVersion, legal_name as LegalName, tax_label as TaxLabel, tax_basis_points as TaxBasisPoints,
        tax_number as TaxNumber, receipt_prefix as ReceiptPrefix, bank_title as BankTitle, bank_iban as BankIban, bank_name as BankName,
        refund_approval_above_minor as RefundApprovalAboveMinor
        """;

    public static Task<ClubMoney?> Find(NpgsqlConnection connection, Guid clubId, NpgsqlTransaction? transaction = null) =>
        connection.QuerySingleOrDefaultAsync<ClubMoney>($"select {Columns} from clubs where club_id = @clubId", new { clubId }, transaction);

    /// <summary>By id or slug, as a path names it.</summary>
    public static Task<ClubMoney?> Find(NpgsqlConnection connection, string idOrSlug) =>
        Guid.TryParse(idOrSlug, out var clubId)
            ? Find(connection, clubId)
            : connection.QuerySingleOrDefaultAsync<ClubMoney>($"select {Columns} from clubs where slug = @slug", new { slug = idOrSlug.ToLowerInvariant() });

    /// <summary>Locked: changes of a club come one after another. Payments may refer to the club meanwhile.</summary>
    public static Task<ClubMoney?> Lock(NpgsqlTransaction transaction, Guid clubId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<ClubMoney>( // a transaction in use has its connection
            $"select {Columns} from clubs where club_id = @clubId for no key update", new { clubId }, transaction);

    /// <summary>Writes the settings as the next version.</summary>
    public static Task Save(NpgsqlTransaction transaction, ClubMoney club) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update clubs set methods = @Methods, settings_version = @SettingsVersion, legal_name = @LegalName, tax_label = @TaxLabel,
                tax_basis_points = @TaxBasisPoints, tax_number = @TaxNumber, receipt_prefix = @ReceiptPrefix, bank_title = @BankTitle,
                bank_iban = @BankIban, bank_name = @BankName, refund_approval_above_minor = @RefundApprovalAboveMinor
            where club_id = @ClubId
            """, club, transaction);
}
