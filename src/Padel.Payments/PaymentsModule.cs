using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Contracts;
using Padel.Payments.Charges;
using Padel.Payments.Clubs;
using Padel.Payments.Desk;
using Padel.Payments.Gateways;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Plans;
using Padel.Payments.Receipts;
using Padel.Payments.Reconciliation;
using Padel.Payments.Refunds;
using Padel.Payments.Settings;
using Padel.Payments.Tasks;
using Padel.Payments.Transfers;
using Padel.Payments.Transfers.Matching;
using Padel.Payments.Transfers.Proofs;
using Padel.Payments.Transfers.Statements;
using Padel.Payments.Wallet;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Http;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Payments;

public sealed class PaymentsModule : IModule
{
    public const string ServiceName = "payments";

    private static readonly string[] GatewayCalls = [HttpMethods.Get, HttpMethods.Post];

    public string Name => ServiceName;

    public IReadOnlyList<EventSubscription> Subscriptions =>
    [
        EventSubscription.Of<OnUserChanged>(EventTypes.Identity.UserRegistered),
        EventSubscription.Of<OnUserChanged>(EventTypes.Identity.ContactVerified),
        EventSubscription.Of<OnUserClosed>(EventTypes.Identity.UserClosed),
        EventSubscription.Of<OnClubChanged>(EventTypes.Booking.ClubChanged),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Held),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Confirmed, together: true),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Moved),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Cancelled),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Expired),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Completed),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.NoShow),
        EventSubscription.Of<OnPaymentNotNeeded>(EventTypes.Booking.PaymentNotNeeded),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<PaymentsModule>(Name);
        services.AddSingleton<ReceiptAccess>();
        services.AddSettings();
        services.AddGateways(configuration);
        services.AddPaying(configuration);
        services.AddRefunds();
        services.AddReconciliation();
        services.AddPlans();
        services.AddTransfers();
        services.AddDesk();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/bookings/{bookingId}/checkout", ShowCheckout.Handle).WithName(nameof(ShowCheckout)).ForPlayers();
        routes.MapPost("/api/v1/payments", StartPayment.Handle).WithName(nameof(StartPayment)).Produces<PaymentBody>(StatusCodes.Status201Created).ForPlayers();
        routes.MapGet("/api/v1/payments/{paymentId}", ShowPayment.Handle).WithName(nameof(ShowPayment)).ForPlayers();
        routes.MapPost("/api/v1/payments/{paymentId}/inquiries", AskGateway.Handle).WithName(nameof(AskGateway)).ForPlayers();

        routes.MapGet("/api/v1/me/wallets", ListMyWallets.Handle).WithName(nameof(ListMyWallets)).ForPlayers();
        routes.MapGet("/api/v1/me/wallets/{clubId:guid}/entries", ListMyWalletEntries.Handle).WithName(nameof(ListMyWalletEntries)).ForPlayers();
        routes.MapGet("/api/v1/clubs/{club}/players/{playerId:guid}/wallet", ShowPlayerWallet.Handle).WithName(nameof(ShowPlayerWallet)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/players/{playerId:guid}/wallet-top-ups", TopUpWallet.Handle).WithName(nameof(TopUpWallet)).Produces<PaymentBody>(StatusCodes.Status201Created).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/players/{playerId:guid}/wallet-adjustments", AdjustWallet.Handle).WithName(nameof(AdjustWallet)).Produces<PlayerWalletBody>(StatusCodes.Status201Created).ForManagers();
        routes.MapGet("/api/v1/clubs/{club}/trial-balance", ShowTrialBalance.Handle).WithName(nameof(ShowTrialBalance)).ForManagers();

        routes.MapMethods("/gateways/{gateway}/{clubId:guid}/returns", GatewayCalls, ReceiveGatewayMessage.Return).ForAnyone().ForGateways();
        routes.MapMethods("/gateways/{gateway}/{clubId:guid}/notifications", GatewayCalls, ReceiveGatewayMessage.Notification).ForAnyone().ForGateways();
        routes.MapPost("/internal/payments/openings", HearOfBooking.Handle).ForAnyone().ExcludeFromDescription(); // asks for its own secret

        routes.MapGet("/api/v1/clubs/{club}/payment-methods", ListPaymentMethods.Handle).WithName(nameof(ListPaymentMethods)).ForAnyone();

        routes.MapPost("/api/v1/clubs/{club}/bookings/{bookingId}/desk-payments", TakeDeskPayment.Handle).WithName(nameof(TakeDeskPayment)).Produces<PaymentBody>(StatusCodes.Status201Created).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/payments/{paymentId}/reversals", ReverseDeskPayment.Handle).WithName(nameof(ReverseDeskPayment)).Produces<RefundBody>(StatusCodes.Status201Created).ForManagers();
        routes.MapGet("/api/v1/clubs/{club}/bookings/{bookingId}/money", ShowBookingMoney.Handle).WithName(nameof(ShowBookingMoney)).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/payments", ListPayments.Handle).WithName(nameof(ListPayments)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/bookings/{bookingId}/refunds", AskRefund.Handle).WithName(nameof(AskRefund)).Produces<RefundList>(StatusCodes.Status201Created).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/statements/{date}", ShowDailyStatement.Handle).WithName(nameof(ShowDailyStatement)).ForManagers();
        routes.MapPost("/api/v1/clubs/{club}/payouts", RecordPayout.Handle).WithName(nameof(RecordPayout)).Produces<PayoutBody>(StatusCodes.Status201Created).ForManagers();
        routes.MapGet("/api/v1/clubs/{club}/refunds", ListRefunds.Handle).WithName(nameof(ListRefunds)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/refunds/{refundId}/approvals", ApproveRefund.Handle).WithName(nameof(ApproveRefund)).Produces<RefundBody>(StatusCodes.Status200OK).ForManagers();
        routes.MapPost("/api/v1/clubs/{club}/refunds/{refundId}/refusals", DeclineRefund.Handle).WithName(nameof(DeclineRefund)).Produces<RefundBody>(StatusCodes.Status200OK).ForManagers();
        routes.MapPost("/api/v1/clubs/{club}/refunds/{refundId}/retries", RetryRefund.Handle).WithName(nameof(RetryRefund)).Produces<RefundBody>(StatusCodes.Status200OK).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/refunds/{refundId}/settlements", SettleRefund.Handle).WithName(nameof(SettleRefund)).Produces<RefundBody>(StatusCodes.Status200OK).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/money-tasks", ListMoneyTasks.Handle).WithName(nameof(ListMoneyTasks)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/money-tasks/{taskId}/resolutions", ResolveMoneyTask.Handle).WithName(nameof(ResolveMoneyTask)).Produces<ResolvedMoneyTask>(StatusCodes.Status200OK).ForDesk();

        routes.MapGet("/api/v1/clubs/{club}/gateways", ListGateways.Handle).WithName(nameof(ListGateways)).ForManagers();
        routes.MapPut("/api/v1/clubs/{club}/gateways/{gateway}", ChangeGateway.Handle).WithName(nameof(ChangeGateway)).ForManagers();
        routes.MapGet("/api/v1/clubs/{club}/money-settings", ShowMoneySettings.Handle).WithName(nameof(ShowMoneySettings)).ForManagers();
        routes.MapPut("/api/v1/clubs/{club}/money-settings", ChangeMoneySettings.Handle).WithName(nameof(ChangeMoneySettings)).ForManagers();

        routes.MapGet("/api/v1/clubs/{club}/plan-products", ListPlanProducts.Handle).WithName(nameof(ListPlanProducts)).ForAnyone();
        routes.MapPost("/api/v1/clubs/{club}/plan-products", AddPlanProduct.Handle).WithName(nameof(AddPlanProduct)).Produces<PlanProductBody>(StatusCodes.Status201Created).ForManagers();
        routes.MapPatch("/api/v1/clubs/{club}/plan-products/{productId}", ChangePlanProduct.Handle).WithName(nameof(ChangePlanProduct)).ForManagers();
        routes.MapGet("/api/v1/me/plans", ListMyPlans.Handle).WithName(nameof(ListMyPlans)).ForPlayers();
        routes.MapPatch("/api/v1/me/plans/{planId}", ChangeMyPlan.Handle).WithName(nameof(ChangeMyPlan)).ForPlayers();
        routes.MapGet("/api/v1/clubs/{club}/players/{playerId}/plans", ListPlayerPlans.Handle).WithName(nameof(ListPlayerPlans)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/plan-sales", SellPlan.Handle).WithName(nameof(SellPlan)).Produces<SoldPlan>(StatusCodes.Status201Created).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/plans/{planId}/cancellations", CancelPlan.Handle).WithName(nameof(CancelPlan)).Produces<CancelledPlan>(StatusCodes.Status200OK).ForManagers();

        routes.MapGet("/api/v1/me/receipts", ListMyReceipts.Handle).WithName(nameof(ListMyReceipts)).ForPlayers();
        routes.MapGet("/api/v1/me/receipt-details", ShowReceiptDetails.Handle).WithName(nameof(ShowReceiptDetails)).ForPlayers();
        routes.MapPut("/api/v1/me/receipt-details", ChangeReceiptDetails.Handle).WithName(nameof(ChangeReceiptDetails)).ForPlayers();
        routes.MapGet("/api/v1/receipts/{receiptId}", ShowReceipt.Handle).WithName(nameof(ShowReceipt)).ForPlayers();
        routes.MapGet("/api/v1/receipts/{receiptId}/pdf", PrintReceipt.Handle).WithName(nameof(PrintReceipt)).ForPlayers()
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Pdf);
        routes.MapGet("/api/v1/receipt-verifications/{code}", VerifyReceipt.Handle).WithName(nameof(VerifyReceipt)).ForAnyone()
            .RequireRateLimiting(RateLimits.Lookup);
        routes.MapGet("/api/v1/clubs/{club}/receipts", ListReceipts.Handle).WithName(nameof(ListReceipts)).ForDesk();

        routes.MapPost("/api/v1/payments/{paymentId}/proofs", UploadProof.Handle).WithName(nameof(UploadProof)).ForPlayers().ForUploads()
            .WithMetadata(new RequestSizeLimitAttribute(UploadProof.MaxBodyBytes));
        routes.MapGet("/api/v1/clubs/{club}/transfers", ListTransfers.Handle).WithName(nameof(ListTransfers)).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/transfers/{paymentId}/proof", DownloadProof.Handle).WithName(nameof(DownloadProof)).ForDesk()
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Image.Jpeg, additionalContentTypes: [MediaTypeNames.Image.Png, MediaTypeNames.Image.Webp, MediaTypeNames.Application.Pdf]);
        routes.MapPost("/api/v1/clubs/{club}/transfers/{paymentId}/matches", MatchTransfer.Handle).WithName(nameof(MatchTransfer)).Produces<MatchAnswer>(StatusCodes.Status200OK).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/bank-statements", UploadStatement.Handle).WithName(nameof(UploadStatement)).ForDesk().ForUploads()
            .WithMetadata(new RequestSizeLimitAttribute(UploadStatement.MaxBodyBytes));
        routes.MapGet("/api/v1/clubs/{club}/bank-lines", ListBankLines.Handle).WithName(nameof(ListBankLines)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/bank-lines/{lineId}/ignored", IgnoreBankLine.Handle).WithName(nameof(IgnoreBankLine)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/bank-lines/{lineId}/wallet-top-ups", CreditBankLine.Handle).WithName(nameof(CreditBankLine)).Produces<MatchAnswer>(StatusCodes.Status200OK).ForDesk();
    }
}
