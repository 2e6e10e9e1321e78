using System.Security.Cryptography;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Payments.Settings;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers.Proofs;

internal sealed record UploadedProof(Guid PaymentId, string ContentType, DateTimeOffset UploadedAt);

/// <summary>
/// A player shows that a transfer is on its way. It confirms nothing: only the bank's statement does.
/// No Idempotency-Key: the same file again is the same proof.
/// </summary>
internal sealed class UploadProof(Database<PaymentsModule> database, TimeProvider clock)
{
    /// <summary>The file and what a form puts around it.</summary>
    public const long MaxBodyBytes = ProofFile.MaxBytes + (64 * 1024);
    private const int MaxProofs = 5;

    public static async Task<Results<Created<UploadedProof>, Problem>> Handle(
        Guid paymentId, IFormFile? proof, Caller caller, UploadProof useCase, CancellationToken cancellation)
    {
        if (proof is null || proof.Length == 0)
            return new Problem(RequestErrors.Invalid(("proof", "Choose a picture or a PDF.")));
        if (proof.Length > ProofFile.MaxBytes)
            return new Problem(RequestErrors.TooLarge);
        using var bytes = new MemoryStream((int)proof.Length);
        await proof.CopyToAsync(bytes, cancellation);
        if (ProofFile.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) is not { } file)
            return new Problem(RequestErrors.Invalid(("proof", "This is no JPEG, PNG or WebP picture and no PDF, or it is damaged.")));
        var result = await useCase.Run(paymentId, file, caller, cancellation);
        return result.IsSuccess ? TypedResults.Created($"/api/v1/payments/{paymentId}", result.Value) : new Problem(result.Error);
    }

    private async Task<Result<UploadedProof>> Run(Guid paymentId, ProofFile file, Caller caller, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await PaymentRows.Lock(transaction, paymentId) is not { Method: MethodNames.BankTransfer } payment || payment.PlayerId != caller.UserId)
            return RequestErrors.NotFound;
        var uploaded = await connection.ExecuteScalarAsync<int>("select count(*)::int from transfer_proofs where payment_id = @paymentId", new { paymentId }, transaction);
        if (payment.IsPaid || uploaded >= MaxProofs)
            return PaymentErrors.NoMoreProofs;
        await connection.ExecuteAsync(
            """
            insert into transfer_proofs (proof_id, payment_id, content_type, content, content_hash, uploaded_by, uploaded_at)
            values (@proofId, @paymentId, @ContentType, @Content, @hash, @UserId, @now)
            on conflict (payment_id, content_hash) do nothing
            """,
            new { proofId = Guid.CreateVersion7(now), paymentId, file.ContentType, file.Content, hash = SHA256.HashData(file.Content), caller.UserId, now }, transaction);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return new UploadedProof(paymentId, file.ContentType, now);
    }
}
