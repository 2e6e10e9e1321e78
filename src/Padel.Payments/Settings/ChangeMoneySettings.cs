using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Settings;

/// <summary>A manager says how the club takes money: ways of paying, bank account, tax, receipts.</summary>
internal sealed class ChangeMoneySettings(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<Ok<MoneySettings>, Problem>> Handle(
        MoneySettingsRequest request, StaffMember staff, ChangeMoneySettings useCase, CancellationToken cancellation)
    {
        var result = await useCase.Run(request, staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<MoneySettings>> Run(MoneySettingsRequest request, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await ClubMoneyRows.Lock(transaction, staff.ClubId) is not { } club)
            return RequestErrors.NotFound;
        var routes = await GatewayRoutes.Of(connection, club, transaction);
        var change = request.Apply(club, routes);
        if (!change.IsSuccess)
            return change.Error;
        var written = await ChangedSettings.Save(transaction, club, change.Value, staff, now);
        await AuditLog.Write(transaction, new AuditEntry(club.ClubId, staff.UserId, staff.Name, "money_settings.changed", "club", club.ClubId.ToString())
        {
            Before = Said(club), After = Said(written),
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        signals.Raised(PaymentsModule.ServiceName);
        return MoneySettings.Of(written, routes with { HasBank = written.Bank is not null });
    }

    private static object Said(ClubMoney club) =>
        new { club.Methods, club.Bank, club.Tax, club.RefundApprovalAboveMinor, club.ReceiptPrefix, club.LegalName };
}
