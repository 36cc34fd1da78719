import type { CollectedTexts } from "./collected-text.ts";

/** Correios' own sentences for its event types. */
export const PORTUGUESE_AND_SPANISH: readonly CollectedTexts[] = [
  {
    source: "a Ruby carrier class with the Correios SRO status table", carrier: "Correios", texts: {
      delivered: ["Objeto entregue ao destinatário"],
      in_transit: ["Objeto recebido na Unidade dos Correios", "Objeto encaminhado para", "Objeto em trânsito - por favor aguarde", "Objeto recebido na unidade de distribuição", "Objeto recebido no Brasil", "Objeto recebido na unidade de exportação", "Objeto recebido pelos Correios do Brasil"],
      returned: ["Objeto saiu para entrega ao remetente", "Objeto será devolvido por solicitação do remetente", "Remetente não retirou objeto na Unidade dos Correios"],
      held_at_location: ["Objeto aguardando retirada no endereço indicado", "Objeto disponível para retirada em Caixa Postal"],
      out_for_delivery: ["Objeto saiu para entrega ao destinatário"],
      picked_up: ["Objeto postado", "Objeto coletado", "Objeto postado após o horário limite da agência"],
      lost: ["Objeto não localizado"],
      delay_other: ["Objeto mal encaminhado", "Área com distribuição sujeita a prazo diferenciado"],
      recipient_unavailable: ["A entrega não pode ser efetuada - Carteiro não atendido", "A entrega não pode ser efetuada - Empresa sem expediente"],
      refused: ["A entrega não pode ser efetuada - Cliente recusou-se a receber"],
      address_issue: ["A entrega não pode ser efetuada - Endereço incorreto", "A entrega não pode ser efetuada - Cliente desconhecido no local", "A entrega não pode ser efetuada - Cliente mudou-se"],
      attempted_delivery: ["A entrega não pode ser efetuada"],
      delivery_change: ["Objeto com data de entrega agendada"],
      customs_progress: ["Objeto liberado pela alfândega", "Fiscalização aduaneira finalizada"],
      exception_other: ["Entrega de objeto bloqueada a pedido do remetente"],
      cancelled: ["Desistência de postagem pelo remetente"],
    },
  },
];
